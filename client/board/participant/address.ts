/** What of a participant's page is open. It stands in the address, so that it can be linked to, and the way back closes it. */
import { navigate, useLocationProperty, useSearch } from 'wouter/use-browser-location';
import { withQuery } from '../api.ts';
import { journeyPath } from '../areas.ts';

export const sections = [
  'now',
  'meetings',
  'conflict',
  'plan',
  'people',
  'papers',
  'notes',
  'journal',
  'picture',
] as const;
export type Section = (typeof sections)[number];

/** What somebody is about to enter: an event, another's correction, or that one is taken back. */
export type Doing =
  | { readonly kind: 'say'; readonly type: string; readonly initial: Readonly<Record<string, string>> }
  | { readonly kind: 'correct' | 'takeBack'; readonly seq: number };

const names = { say: 'do', correct: 'correct', takeBack: 'take-back' } as const;

/** The address of a form, on a journey's page. Pure. */
export function doingPath(journey: string, doing: Doing, section?: Section): string {
  const query =
    doing.kind === 'say'
      ? { [names.say]: doing.type, ...doing.initial }
      : { [names[doing.kind]]: String(doing.seq) };
  return withQuery(journeyPath(journey), query) + (section === undefined ? '' : `#${section}`);
}

/** The address of an entry within the journal. Pure. */
export const entryPath = (journey: string, seq: number): string => `${journeyPath(journey)}#entry-${seq}`;

/** Reads what is to be entered from an address's query. Pure. */
export function doingIn(search: string): Doing | undefined {
  const { do: type, ...query } = Object.fromEntries(new URLSearchParams(search));
  if (type !== undefined) return { kind: 'say', type, initial: query };
  for (const kind of ['correct', 'takeBack'] as const) {
    const seq = Number(query[names[kind]]);
    if (Number.isInteger(seq) && seq > 0) return { kind, seq };
  }
  return undefined;
}

const isSection = (text: string): text is Section => (sections as readonly string[]).includes(text);

/** The open section, the first where the address names none; and opening another. */
export function useSection(): [Section, (section: Section) => void] {
  const hash = useLocationProperty(() => location.hash).slice(1);
  const open = (section: Section): void => navigate(`${location.pathname}#${section}`, { replace: true });
  // An entry is a place within the journal.
  const named = hash.startsWith('entry-') ? 'journal' : hash;
  return [isSection(named) ? named : 'now', open];
}

/** Marks what was opened from the page itself, where the way back leads to it. */
export const opened = { opened: true } as const;

/** What is being entered, and leaving it as it was before. */
export function useDoing(): [Doing | undefined, () => void] {
  const search = useSearch();
  const leave = (): void => {
    const state: unknown = history.state;
    if (typeof state === 'object' && state !== null && 'opened' in state) history.back();
    else navigate(location.pathname + location.hash, { replace: true });
  };
  return [doingIn(search), leave];
}
