/**
 * Both homes of a journey's truth, brought together: the workflow's own books and what the store holds. Each may lack what
 * the other knows; nothing that either knows is lost. Pure.
 */
import { type Deeds, knownDeeds, newest } from '../effects/deeds.ts';
import { type Machines, versionsOf } from '../fold/rulebook.ts';
import { commonLength, goTogether } from '../journal/canonical.ts';
import { Refusal } from '../journal/refusal.ts';
import type { Kept } from '../messages.ts';
import { later } from '../policy/calendar.ts';
import { booksOf } from './books.ts';
import { type Ledger, open, type Step } from './ledger.ts';
import { resumptionOf } from './resumption.ts';

/**
 * A workflow's books as they go on with what the store knows more: entries, later rules, orders that were carried out. An
 * own order of a higher revision stays. Gives beside them the keys that are newly skipped. @throws Refusal
 * `journal-differs` where an entry of its own would be lost, or where the journal is impossible
 */
export function resumed(
  ledger: Ledger,
  kept: Kept,
  known?: Machines,
): { step: Step; skipped: readonly string[] } {
  if (!goTogether(ledger.journal, kept.journal)) throw journalDiffers();
  const { input, skipped } = resumptionOf(reunited(heldBy(ledger), kept), known);
  const opened = open({ ...input, told: ledger.told }, ledger.folded.now, known).ledger;
  const orders = Object.values(opened.handed).flatMap(({ order }) => order ?? []);
  return {
    step: { ledger: opened, changes: [], orders },
    skipped: skipped.filter((key) => ledger.handed[key]?.op !== 'skip'),
  };
}

/** What a workflow holds, in the words of the store. */
function heldBy(ledger: Ledger): Kept {
  const { journey, rulesSince = null } = ledger;
  const books = booksOf(ledger);
  const { journal, asOf, deeds } = books;
  const versions = versionsOf(ledger.folded.rulebook);
  return { journey, ...versions, rulesSince, journal, asOf, ...deeds, effects: knownDeeds(books) };
}

/**
 * The longer journal, the later rules, of each key the higher revision. The clock is the store's where the store is
 * further: what fell due since is made as if there had been an outage.
 */
export function reunited(own: Kept, kept: Kept): Kept {
  const isLonger = commonLength(own.journal, kept.journal) < kept.journal.length;
  const isLaterRuled = (kept.rulesSince ?? '') > (own.rulesSince ?? '');
  const { machineVersion, policyVersion, rulesSince } = isLaterRuled ? kept : own;
  return {
    ...{ journey: own.journey, machineVersion, policyVersion, rulesSince },
    journal: isLonger ? kept.journal : own.journal,
    asOf: isLonger || isLaterRuled ? kept.asOf : later(own.asOf ?? '', kept.asOf ?? ''),
    ...allDeeds(own, kept),
  };
}

/** Of one revision the store's own record says more: what was carried out, and what it answered. */
function allDeeds(own: Deeds, kept: Deeds): Deeds {
  return {
    effects: newest([...own.effects, ...kept.effects], (one, other) => one.done && !other.done),
    meetings: newest([...own.meetings, ...kept.meetings], () => false),
  };
}

function journalDiffers(): Refusal {
  return new Refusal('journal-differs', [
    {
      code: 'journal-differs',
      de: 'Der Workflow hat Einträge, die dem Speicher fehlen, und der Speicher andere an ihrer Stelle.',
      en: 'The workflow has entries that the store lacks, and the store others in their place.',
    },
  ]);
}
