/** A case worker's tasks until training begins: intake, preparation, placement, contract. Pure. */
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { dateOf } from '../../workflows/machine/deadlines.ts';
import { addDays, type Day, later } from '../../workflows/policy/calendar.ts';
import type { Situation } from './person.ts';
import { within } from './random.ts';
import { type TasksOf, task } from './task.ts';

const threeYears = 1095;
const chamber = 'chamber-1';
const occupation = 'joiner';

export const intake: TasksOf = (situation) => {
  const { facts, policy, since, scenario, chance, person } = situation;
  const { life, office } = scenario;
  const { referredOn } = facts;
  if (since('phase.intake') === undefined || referredOn === undefined) return [];
  if (facts.eligible === undefined) {
    const assessed: JourneyEvent[] = [
      { type: 'intake.eligibilityAssessed', eligible: true, barriers: ['schooling'] },
      ...(['company', 'school', 'chamber'] as const).map((to) => ({ type: 'consent.given', to }) as const),
    ];
    const { assessment: minutes } = office.minutes;
    const dueOn = addDays(referredOn, 7);
    return [
      task({ key: 'assess', kind: 'placement', minutes, from: referredOn, dueOn, events: () => assessed }),
    ];
  }
  const directStart = chance('directStart') < life.directStart;
  const high = chance('high') < life.highIntensity;
  const partTime = chance('partTime') < life.partTime;
  const admitted: JourneyEvent = {
    type: 'intake.admitted',
    caseWorker: facts.caseWorker ?? person.id,
    directStart,
    ...(partTime ? { partTime, weeklyHours: 20 } : {}),
  };
  const decided: JourneyEvent[] =
    chance('declined') < life.declined
      ? [{ type: 'intake.declined', reason: 'ownWish' }]
      : [admitted, ...(high ? [{ type: 'intensity.set', participant: 'high' } as const] : [])];
  return [
    task({
      key: 'admit',
      kind: 'placement',
      minutes: office.minutes.admission,
      from: addDays(referredOn, 5),
      dueOn: dateOf('intakeDecision', facts, policy) ?? referredOn,
      deadline: 'intakeDecision',
      events: () => decided,
    }),
  ];
};

/** An occupation is agreed, an internship tried. */
export const preparation: TasksOf = ({ facts, since, scenario: { office } }) => {
  const { enteredOn } = facts;
  if (since('phase.accompanied.preparation') === undefined || enteredOn === undefined) return [];
  if (facts.occupation === undefined) {
    return [
      task({
        key: 'occupation',
        kind: 'placement',
        minutes: office.minutes.occupation,
        from: addDays(enteredOn, 14),
        dueOn: addDays(enteredOn, 42),
        events: (day) => [
          { type: 'occupation.agreed', occupation },
          { type: 'internship.planned', company: 'company-1', from: addDays(day, 7), to: addDays(day, 21) },
        ],
      }),
    ];
  }
  return Object.entries(facts.internships)
    .filter(([, { status }]) => status === 'running')
    .map(([entry, { to }]) =>
      task({
        key: `internship/${entry}`,
        kind: 'placement',
        minutes: office.minutes.internship,
        from: to,
        dueOn: addDays(to, 7),
        events: () => [{ type: 'internship.reviewed', internship: Number(entry), fit: true }],
      }),
    );
};

/** Who has not been placed when the preparation nears its end gets the two months more that there are. */
export const extension: TasksOf = ({ facts, policy, since, scenario: { office } }) => {
  const ends = dateOf('preparationEnd', facts, policy);
  const isOpen = since('phase.accompanied.preparation') !== undefined && facts.extensionMonths === undefined;
  if (!isOpen || ends === undefined) return [];
  return [
    task({
      key: 'extension',
      kind: 'placement',
      minutes: office.minutes.formality,
      from: addDays(ends, -14),
      dueOn: addDays(ends, -7),
      events: () => [
        { type: 'preparation.extended', months: policy.limits.preparationExtension.value.months },
      ],
    }),
  ];
};

/** A company is found, informed and signs: from preparation, at a direct start, or after an early end. */
export const placement: TasksOf = (situation) => {
  const { facts, policy, since, chance, scenario } = situation;
  const { life, office } = scenario;
  const { enteredOn, contract, contractEndedOn } = facts;
  const { placement: search, contract: sign } = office.minutes;
  if (since('phase.accompanied.directStart') && enteredOn) {
    const dueOn = dateOf('companyInformed', facts, policy) ?? enteredOn;
    const events = (day: Day) => signed(situation, day, 'company-1', 'existingContract');
    const from = enteredOn;
    return [
      task({
        key: 'direct',
        kind: 'placement',
        minutes: sign,
        from,
        dueOn,
        deadline: 'companyInformed',
        events,
      }),
    ];
  }
  const between = 'phase.accompanied.training.betweenContracts';
  if (since(between) && contract && contractEndedOn) {
    if (chance('noNewCompany', between) < life.noNewCompany) return [];
    const dueOn = addDays(contractEndedOn, within(life.newCompanyAfterDays, chance('newCompany', between)));
    const events = (day: Day) => signed(situation, day, `company-${contract.entry}`, 'timeShort');
    return [
      task({
        key: 'newCompany',
        kind: 'placement',
        minutes: search,
        from: addDays(dueOn, -14),
        dueOn,
        events,
      }),
    ];
  }
  const isPlaceable = since('phase.accompanied.preparation') && facts.occupation && enteredOn;
  if (!isPlaceable || chance('neverPlaced') < life.neverPlaced) return [];
  const dueOn = addDays(enteredOn, within(life.placedAfterDays, chance('placed')));
  const fits = Object.values(facts.internships).some(({ status }) => status === 'fit');
  const events = (day: Day) => signed(situation, day, 'company-1', fits ? undefined : 'timeShort');
  return [
    task({
      key: 'placement',
      kind: 'placement',
      minutes: search + sign,
      from: addDays(dueOn, -28),
      dueOn,
      events,
    }),
  ];
};

type Without = 'existingContract' | 'timeShort' | undefined;

/** Training begins on the first of a month, at the earliest a week after signing; a later contract takes what is left. */
function signed(
  { facts: { contract, partTime } }: Situation,
  day: Day,
  company: string,
  without: Without,
): JourneyEvent[] {
  const start = contract || without === 'existingContract' ? addDays(day, 14) : nextFirst(addDays(day, 7));
  const whole = addDays(start, partTime ? Math.round(threeYears * 1.25) : threeYears);
  return [
    { type: 'company.informed', company },
    {
      type: 'contract.signed',
      company,
      chamber,
      occupation,
      start,
      end: contract ? later(contract.originalEnd, addDays(start, 365)) : whole,
      probationMonths: contract ? 2 : 4,
      ...(partTime ? { partTimePercent: 80 } : {}),
      ...(without === undefined ? {} : { withoutInternship: without }),
    },
  ];
}

const nextFirst = (day: Day): Day => `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
