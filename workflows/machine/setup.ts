/** What every region of the statechart shares: the types, the guards, the two actions. */
import { assign, not, setup, stateIn } from 'xstate';
import type { Rung } from '../effects/words.ts';
import type { ConsentParty } from '../journal/events.ts';
import type { DeadlineKey, Policy } from '../policy/policy.ts';
import { concluded } from './changes/conflict.ts';
import { nextCycle } from './changes/meetings.ts';
import { factsAfter } from './changes.ts';
import { isEntryEvent, type MachineEvent } from './event.ts';
import { conciliationPending } from './facts/conflict.ts';
import { type Facts, noFacts } from './facts.ts';
import type { Make, Wish } from './requests/wish.ts';
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
  /** Nothing goes on here that somebody should read of; short views leave it out. */
  readonly atRest?: boolean;
}

/** A guard over the facts alone. */
const given =
  (check: (facts: Facts, policy: Policy) => boolean) =>
  ({ context }: { context: Context }): boolean =>
    check(context.facts, context.policy);

const hasContract = ({ contract, contractEndedOn }: Facts): boolean =>
  contract !== undefined && contractEndedOn === undefined;

/** The company of the contract is informed; while there is none, any is. */
const isBriefed = ({ informed, contract }: Facts): boolean =>
  contract ? Object.hasOwn(informed, contract.company) : Object.keys(informed).length > 0;

const needsHelp = ({ help }: Facts): boolean => Object.values(help).some(({ status }) => status !== 'ended');

const isFunded = ({ fundings }: Facts): boolean =>
  Object.values(fundings).some(({ endedOn }) => endedOn === undefined);

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
    closed: stateIn({ phase: 'closed' }),
    notClosed: not(stateIn({ phase: 'closed' })),
    referred: given(({ referredOn }) => referredOn !== undefined),
    entered: given(({ enteredOn }) => enteredOn !== undefined),
    neverEntered: given(({ enteredOn }) => enteredOn === undefined),
    directStart: ({ event }) => event.type === 'intake.admitted' && event.directStart,
    contractUnregistered: given((facts) => hasContract(facts) && facts.contract?.registeredOn === undefined),
    contractRegistered: given((facts) => hasContract(facts) && facts.contract?.registeredOn !== undefined),
    onLeave: given((facts) => hasContract(facts) && facts.leave !== undefined),
    isInterrupted: given(
      (facts) =>
        hasContract(facts) &&
        facts.contract?.pauses?.some(({ leave, until }) => !leave && until === undefined) === true,
    ),
    noContract: given((facts) => !hasContract(facts)),
    /** The sitting that is registered holds under the contract that is signed now. */
    sittingHolds: ({ context: { facts }, event }) =>
      event.type === 'contract.signed' &&
      facts.sittingOn !== undefined &&
      facts.contract?.occupation === event.occupation,
    hasTrained: given(({ trainingSince }) => trainingSince !== undefined),
    trainingCompleted: given(({ trainingEndedOn }) => trainingEndedOn !== undefined),
    briefingDue: given((facts) => facts.directStart && !isBriefed(facts)),
    briefingGiven: given(isBriefed),
    lastAttempt: given(({ examsFailed }, { limits }) => examsFailed >= limits.repeatExams.value),
    deescalatesToTalk: ({ event }) => event.type === 'conflict.deescalated' && event.to === 'talk',
    inConflict: given(({ conflict }) => conflict !== undefined),
    rungIs: ({ context }, { rung }: { rung: Rung }) => context.facts.conflict?.rung === rung,
    settlementOpen: given(
      ({ conflict }) => conflict?.settlement !== undefined && conflict.settlement.failed === undefined,
    ),
    settlementFailed: given(({ conflict }) => conflict?.settlement?.failed === true),
    settlementComplete: ({ context: { facts }, event }) =>
      event.type === 'conflict.settlementAnswered' &&
      event.accepted &&
      facts.conflict?.settlement?.acceptedBy.some((party) => party !== event.by) === true,
    byCompany: ({ event }) => event.type === 'termination.received' && event.by === 'company',
    dismissed: given(({ dismissals }) => Object.keys(dismissals).length > 0),
    noDismissal: given(({ dismissals }) => Object.keys(dismissals).length === 0),
    reasonKnown: given(({ termination }) => termination?.knownOn !== undefined),
    givingUp: given(({ termination }) => termination?.receivedOn !== undefined),
    conciliationPending: given(conciliationPending),
    conciliationOver: given((facts) => !conciliationPending(facts)),
    nothingToClaim: given(({ earlyEnds }) => Object.keys(earlyEnds).length === 0),
    endedEarly: given(({ earlyEnds }) => Object.keys(earlyEnds).length > 0),
    assigned: given(({ caseWorker }) => caseWorker !== undefined),
    proposedByLead: ({ event }) => event.type === 'handover.proposed' && event.actor.role === 'teamLead',
    consentIs: ({ context }, { party, is }: { party: ConsentParty; is: 'given' | 'withdrawn' }) =>
      context.facts.consents[party] === is,
    handoverUnapproved: given(({ handover }) => handover?.approved === false),
    handoverApproved: given(({ handover }) => handover?.approved === true),
    noHandover: given(({ handover }) => handover === undefined),
    hasDeputy: given(({ deputy }) => deputy !== undefined),
    deputyCovers: ({ context: { facts }, event }) =>
      facts.deputy !== undefined && facts.deputy.from <= event.day,
    noDeputy: given(({ deputy }) => deputy === undefined),
    isMinor: given(({ adultOn }) => adultOn !== undefined),
    funderAgrees: ({ event }) => event.type === 'hours.answered' && event.agreed,
    onHold: given(({ legalHold }) => legalHold),
    hoursOffered: given(({ hoursOffer }) => hoursOffer !== undefined),
    hoursCountered: given(({ hoursOffer }) => hoursOffer?.countered !== undefined),
    hoursAgreed: given(({ allocations }) => allocations.length > 0),
    isAbsent: given(({ absences }) => absences.length > 0 && absences.at(-1)?.to === undefined),
    lessonsRequested: given(({ learningSupport }) => learningSupport !== undefined),
    lessonsRunning: given(({ learningSupport }) => learningSupport?.supporter !== undefined),
    helpWanted: given(needsHelp),
    noHelpWanted: given((facts) => !needsHelp(facts)),
    funded: given(isFunded),
    notFunded: given((facts) => !isFunded(facts)),
  },
  actions: {
    /** Adds what the event tells to the facts. */
    note: assign(({ context, event }) => ({ facts: factsAfter(context.facts, event) })),
    /** The journey ends with the event's day. */
    close: assign(({ context, event }) => ({
      facts: { ...context.facts, endedOn: isEntryEvent(event) ? event.day : event.dueOn },
    })),
    /** Nobody goes along with a conflict any more. */
    endConflict: assign(({ context: { facts }, event }) => ({
      facts: { ...facts, conflict: undefined, ...concluded(facts, event.day) } as Facts,
    })),
    /** What an important reason or a notice of giving up made possible ended with the contract. */
    endTermination: assign(({ context: { facts } }) => ({ facts: { ...facts, termination: undefined } })),
    /** No meeting is under way any more; a journey that is reopened begins with another one. */
    endCycle: assign(({ context: { facts }, event }) => ({
      facts: { ...facts, ...nextCycle(event.entry) } as Facts,
    })),
    /** Names effects. The fold collects them; the machine never carries one out. */
    effect: (_, _params: Wish) => undefined,
  },
});

export const initialContext = ({ input }: { input: { policy: Policy } }): Context => ({
  // XState builds the context again, without input, at every pure transition and throws it away.
  policy: (input as { policy: Policy } | undefined)?.policy ?? ({} as Policy),
  facts: noFacts,
});

/** A guard: every named rule must hold. */
export const needs = (...rules: RuleName[]) => ({ type: 'rules', params: { rules } }) as const;

/** An action: the effects that `make` finds in the situation after the facts have been noted. */
export const effect = (make: Make) =>
  ({
    type: 'effect',
    params: ({ context, event }: { context: Context; event: MachineEvent }) => make({ ...context, event }),
  }) as const;
