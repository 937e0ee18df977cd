/** What the two homes of a journey's truth say of each other, and which of them is behind. Knows no server and no database. */
import { knownDeeds, missingDeeds, unheardOf } from '../../workflows/effects/deeds.ts';
import { canonicalJson, commonLength, goTogether } from '../../workflows/journal/canonical.ts';
import type { Reason } from '../../workflows/journal/refusal.ts';
import type { Books, Kept } from '../../workflows/messages.ts';

type Summary = Books['summary'];

/** What one side lacks: entries, a migration, orders that were carried out, or the newest state (the board's row). */
export type Lack = 'entries' | 'rules' | 'deeds' | 'state';

/** What is found of a journey. `from` is the first entry that is not the same in both. */
export type Finding =
  | { readonly kind: 'same' }
  | { readonly kind: 'storeBehind' | 'workflowBehind'; readonly from: number; readonly lacks: Lack }
  | { readonly kind: 'workflowMissing' }
  /** Neither side knows it. */
  | { readonly kind: 'unknown'; readonly reasons: readonly Reason[] }
  /** Both say something else from this entry on, or name other rules since the same moment. */
  | { readonly kind: 'diverged'; readonly from: number }
  /** The store's chain of hashes is broken at this entry: somebody changed it. */
  | { readonly kind: 'chainBroken'; readonly from: number }
  /** The workflow does not answer, or answers with what it cannot fold. */
  | { readonly kind: 'silent'; readonly reasons: readonly Reason[] };

/** What the store holds, with the board's row. */
export interface Stored extends Kept {
  readonly summary: Summary;
}

/**
 * Compares a workflow's books with what the store holds. The longer journal is the newer one, where it goes on from the
 * other; of equal journals the one under the later rules; of equal rules the one that knows the higher revisions. Clocks
 * come last: a workflow that was set back runs on, and is late and yet behind. Where each side lacks something, the
 * workflow is behind: it takes what it lacks, and then has the store record all. Pure.
 */
export function compare(own: Books | undefined, kept: Stored | undefined, journey = ''): Finding {
  if (!own) return kept ? { kind: 'workflowMissing' } : unknown(journey);
  const journal = kept?.journal ?? [];
  const from = commonLength(own.journal, journal) + 1;
  if (!goTogether(own.journal, journal)) return { kind: 'diverged', from };
  if (from <= journal.length) return { kind: 'workflowBehind', from, lacks: 'entries' };
  if (!kept) return { kind: 'storeBehind', from, lacks: 'entries' };
  return compareBeyond(own, kept, from);
}

/** What may differ where the workflow has every entry of the store. */
function compareBeyond(own: Books, kept: Stored, from: number): Finding {
  const [ownSince, keptSince] = [own.summary.rulesSince ?? '', kept.rulesSince ?? ''];
  const missing = missingDeeds(own.deeds, kept);
  const behind = (kind: 'storeBehind' | 'workflowBehind', lacks: Lack): Finding => ({ kind, from, lacks });
  if (ownSince === keptSince && !sameVersions(own.summary, kept)) return { kind: 'diverged', from };
  if (ownSince < keptSince) return behind('workflowBehind', 'rules');
  if (unheardOf(kept.effects, knownDeeds(own)).length > 0) return behind('workflowBehind', 'deeds');
  if (from <= own.journal.length) return behind('storeBehind', 'entries');
  if (ownSince > keptSince) return behind('storeBehind', 'rules');
  if (missing.effects.length + missing.meetings.length > 0) return behind('storeBehind', 'deeds');
  if (rowOf(own.summary) === rowOf(kept.summary)) return { kind: 'same' };
  return behind(own.asOf < (kept.asOf ?? '') ? 'workflowBehind' : 'storeBehind', 'state');
}

const sameVersions = (own: Summary, kept: Kept): boolean =>
  own.machineVersion === kept.machineVersion && own.policyVersion === kept.policyVersion;

/** What the board's row says, as text that can be compared. */
function rowOf(row: Summary): string {
  const { site, federalState, phase, attention, caseWorker = null, nextDeadline = null, summary } = row;
  return canonicalJson({ site, federalState, phase, attention, caseWorker, nextDeadline, summary });
}

const unknown = (journey: string): Finding => ({
  kind: 'unknown',
  reasons: [
    {
      code: 'journey-not-found',
      de: `Die Begleitung ${journey} gibt es nicht, weder als Workflow noch im Speicher.`,
      en: `There is no journey ${journey}, neither as a workflow nor in the store.`,
    },
  ],
});
