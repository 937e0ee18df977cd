/** The papers of one journey, each with the kind under which it is kept: what the command line and the API make alike. */
import { type Names, saveDocument } from '../../activities/store/papers.ts';
import type { Store } from '../../activities/store/read.ts';
import type { Course } from '../../workflows/fold/papers/course.ts';
import { type LuvDraft, luvOf } from '../../workflows/fold/papers/luv.ts';
import { monthSheetOf } from '../../workflows/fold/papers/monthSheet.ts';
import type { ReportName } from '../../workflows/fold/papers/reportPeriod.ts';
import { germanDay } from '../../workflows/policy/calendar.ts';
import { type LetterKind, letterPaper, mayBeWritten } from './letters.ts';
import { luvPaper } from './luv.ts';
import { monthSheetPaper } from './monthSheet.ts';
import type { Paper } from './page.ts';
import { namesOf } from './source.ts';

/** A paper before it is made into PDF and kept. */
export interface Drafted {
  readonly kind: string;
  readonly paper: Paper;
}

/** What stands at the head of a paper. */
type Provider = string | undefined;

/** A report (LuV) to the funder. @throws Refusal where there is nothing to report on */
export async function draftLuv(
  db: Store,
  course: Course,
  name: ReportName,
  provider: Provider,
): Promise<Drafted> {
  const draft: LuvDraft = luvOf(course, name);
  const paper = luvPaper(draft, await namesOf(db, course), provider);
  return { kind: `luv-${name.report}${name.year ?? ''}`, paper };
}

/** The support hours used in a month, `YYYY-MM`. */
export async function draftMonthSheet(
  db: Store,
  course: Course,
  month: string,
  provider: Provider,
): Promise<Drafted> {
  const paper = monthSheetPaper(monthSheetOf(course, month), await namesOf(db, course), provider);
  return { kind: `month-sheet-${month}`, paper };
}

/**
 * A letter about contract or exam. `nameless`: without consent the chamber is not told who it is about; the names are left blank.
 * @throws Refusal where there is nothing to write about
 */
export async function draftLetter(
  db: Store,
  course: Course,
  kind: LetterKind,
  provider: Provider,
): Promise<Drafted & { readonly nameless: boolean }> {
  const { journey, folded } = course;
  const { facts } = folded.snapshot.context;
  mayBeWritten(kind, facts);
  const nameless = kind !== 'extensionDemand' && facts.consents.chamber !== 'given';
  const known = await namesOf(db, course);
  const names = nameless ? nobodyIn(known) : known;
  const madeOn = germanDay(folded.now);
  return {
    kind: `letter-${kind}`,
    paper: letterPaper(kind, { journey, facts, names, provider, madeOn }),
    nameless,
  };
}

function nobodyIn({ participant: _, guardian: __, ...others }: Names): Names {
  return others;
}

/** Keeps a paper in the store as it was made, and gives its id. */
export async function keepPaper(
  db: Store,
  { journey, folded }: Course,
  kind: string,
  content: Uint8Array,
): Promise<string> {
  return await saveDocument(db, {
    ...{ journeyId: journey, kind, madeAt: folded.now },
    ...{ mediaType: 'application/pdf', content },
  });
}
