/** What the server shows of a journey: search attributes, where they changed, and the details in Markdown. */
import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { viewOf } from '../fold/view.ts';
import * as keys from '../messages.ts';
import { detailsOf, type Stuck } from './details.ts';
import type { Ledger } from './ledger.ts';

/** Shows a ledger. Attributes cost history, so only those that changed are sent. */
export type Show = (ledger: Ledger, stuck: readonly Stuck[]) => void;

/** Opens the window of one run. */
export function openShopWindow(): Show {
  const shown = new Map<string, string>();
  return (ledger, stuck) => {
    const { phase, attention, conflictRung, open, machineVersion, policyVersion } = viewOf(ledger.folded);
    const { facts } = ledger.folded.snapshot.context;
    const next = open[0]?.at;
    const pairs: SearchAttributeUpdatePair[] = [
      { key: keys.phaseKey, value: phase },
      { key: keys.attentionKey, value: stuck.length > 0 ? 'stuck' : attention },
      { key: keys.nextDeadlineKey, value: next === undefined ? null : new Date(next) },
      { key: keys.caseWorkerKey, value: facts.caseWorker ?? null },
      { key: keys.siteKey, value: facts.site ?? null },
      { key: keys.conflictRungKey, value: conflictRung },
      { key: keys.machineVersionKey, value: machineVersion },
      { key: keys.policyVersionKey, value: policyVersion },
    ];
    const changed = pairs.filter(({ key, value }) => shown.get(key.name) !== JSON.stringify(value));
    for (const { key, value } of changed) shown.set(key.name, JSON.stringify(value));
    if (changed.length > 0) upsertSearchAttributes(changed);
    setCurrentDetails(detailsOf(ledger, stuck));
  };
}
