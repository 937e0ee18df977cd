/** What every region of the statechart shares: the types, the guards, the two actions. */
import { assign, not, setup, stateIn } from 'xstate';
import type { EffectRequest, Withdrawal } from '../effects/effects.ts';
import type { DeadlineKey, Policy } from '../policy/policy.ts';
import { type Facts, factsAfter, isEntryEvent, type MachineEvent, noFacts } from './facts.ts';
import type { Situation } from './requests.ts';
import { brokenRules, type RuleName } from './rules.ts';

export interface Context {
  readonly policy: Policy;
  readonly facts: Facts;
}

/** What a state says of itself. */
export interface StateMeta {
  readonly label: { readonly de: string; readonly en: string };
  /** The deadlines that run while the state is active. */
  readonly deadlines?: readonly DeadlineKey[];
}

const hasContract = ({ contract, contractEndedOn }: Facts): boolean =>
  contract !== undefined && contractEndedOn === undefined;

export const machineSetup = setup({
  types: {
    context: {} as Context,
    events: {} as MachineEvent,
    input: {} as { policy: Policy },
    meta: {} as StateMeta,
  },
  guards: {
    /** All the named rules hold; each has a reason that a case worker can read. */
    rules: ({ context, event }, params: { readonly rules: readonly RuleName[] }) =>
      brokenRules(params.rules, {
        ...context,
        day: event.day,
        event: isEntryEvent(event) ? event : undefined,
      }).length === 0,
    // The guards below choose between targets or let a region follow another; they never refuse an event.
    accompanied: stateIn({ phase: 'accompanied' }),
    notAccompanied: not(stateIn({ phase: 'accompanied' })),
    contractUnregistered: ({ context: { facts } }) =>
      hasContract(facts) && facts.contract?.registeredOn === undefined,
    noContract: ({ context: { facts } }) => !hasContract(facts),
    briefingDue: ({ context: { facts } }) => facts.directStart && Object.keys(facts.informed).length === 0,
    briefingGiven: ({ context: { facts } }) => Object.keys(facts.informed).length > 0,
    directStart: ({ event }) => event.type === 'intake.admitted' && event.directStart,
    deescalatesToTalk: ({ context, event }) =>
      event.type === 'conflict.deescalated' && event.to === 'talk' && context.facts.conflict?.rung !== 'talk',
    hasTrained: ({ context }) => context.facts.contract?.firstDay !== undefined,
    lastAttempt: ({ context }) => context.facts.examsFailed >= context.policy.limits.repeatExams.value,
  },
  actions: {
    /** Adds what the event tells to the facts. */
    note: assign(({ context, event }) => ({ facts: factsAfter(context.facts, event) })),
    /** Names an effect. The fold collects it; the machine never carries one out. */
    effect: (_, _params: EffectRequest | Withdrawal | undefined) => undefined,
  },
});

export const initialContext = ({ input }: { input: { policy: Policy } }): Context => ({
  // XState builds the context again, without input, at every pure transition and throws it away.
  policy: (input as { policy: Policy } | undefined)?.policy ?? ({} as Policy),
  facts: noFacts,
});

/** A guard: every named rule must hold. */
export const needs = (...rules: RuleName[]) => ({ type: 'rules', params: { rules } }) as const;

/** An action: the effect that `make` finds in the situation after the facts have been noted. */
export const effect = (make: (situation: Situation) => EffectRequest | Withdrawal | undefined) =>
  ({
    type: 'effect',
    params: ({ context, event }: { context: Context; event: MachineEvent }) => make({ ...context, event }),
  }) as const;
