/** Rules of handover, deputies, consent and minors. */
import { consentParties } from '../../journal/events.ts';
import { known, type Rule, says } from './rule.ts';

export const peopleRules = {
  anotherCaseWorker: says(
    'handover.proposed',
    ({ to }, { facts }) => to !== facts.caseWorker,
    'Diese Person begleitet schon.',
    'This person is the case worker already.',
  ),
  handoverByLead: says(
    'handover.proposed',
    ({ qualified, actor }) => qualified !== false || actor.role === 'teamLead',
    'An jemanden ohne Abschluss in Sozialer Arbeit übergibt nur die Teamleitung.',
    'Only the team lead hands over to somebody without a degree in social work.',
  ),
  receiverAccepts: says(
    'handover.accepted',
    ({ actor }, { facts }) => actor.role === 'teamLead' || actor.id === facts.handover?.to,
    'Die Übergabe nimmt an, wer sie übernehmen soll (oder die Teamleitung).',
    'A handover is accepted by the one who is to take it (or the team lead).',
  ),
  receiverDeclines: says(
    'handover.declined',
    ({ actor }, { facts }) => actor.role === 'teamLead' || actor.id === facts.handover?.to,
    'Die Übergabe lehnt ab, wer sie übernehmen soll (oder die Teamleitung).',
    'A handover is declined by the one who is to take it (or the team lead).',
  ),
  anotherDeputy: says(
    'deputy.appointed',
    ({ deputy }, { facts }) => deputy !== facts.caseWorker,
    'Niemand vertritt sich selbst.',
    'Nobody deputises for themselves.',
  ),
  deputyInOrder: says(
    'deputy.appointed',
    ({ from, until }) => from <= until,
    'Die Vertretung endet vor ihrem Beginn.',
    'The deputy ends before beginning.',
  ),
  deputyNotOver: says(
    'deputy.appointed',
    ({ until, day }) => until >= day,
    'Die Vertretung ist schon vorüber.',
    'The time of the deputy is over already.',
  ),
  guardiansAgreed: says(
    'consent.given',
    ({ guardiansToo }, { facts }) => facts.adultOn === undefined || guardiansToo === true,
    'Bei Minderjährigen müssen auch die Personensorgeberechtigten einwilligen (Feld »guardiansToo«).',
    'For a minor the guardians must consent too (field "guardiansToo").',
  ),
  consentGiven: {
    holds: ({ facts: { consents }, event }) => {
      const parties = event?.type === 'consent.withdrawn' ? [event.to] : consentParties;
      return parties.some((party) => consents[party] === 'given');
    },
    de: 'Eine solche Einwilligung liegt nicht vor.',
    en: 'No such consent has been given.',
  },
  holdPlaced: known(
    ({ legalHold }) => legalHold,
    'Die Löschung ist nicht ausgesetzt.',
    'The erasure is not on hold.',
  ),
  examinedByNow: says(
    'minor.examined',
    ({ on, day }) => on <= day,
    'Die Untersuchung liegt noch in der Zukunft.',
    'The examination still lies in the future.',
  ),
  everEmployed: known(
    ({ employedSince }) => employedSince !== undefined,
    'Es gab noch keinen ersten Ausbildungstag; die Nachuntersuchung folgt erst auf ihn.',
    'There has been no first day of training yet; the follow-up examination comes after it.',
  ),
  reexaminedInTime: {
    holds: ({ facts: { employedSince = '' }, event, day }) =>
      (event?.type === 'minor.reexamined' ? event.on : day) > employedSince,
    de: 'Eine Untersuchung vor der Beschäftigung ist keine Nachuntersuchung (§33(1) JArbSchG).',
    en: 'An examination before the employment is no follow-up (§33(1) JArbSchG).',
  },
  reexaminedByNow: says(
    'minor.reexamined',
    ({ on, day }) => on <= day,
    'Die Nachuntersuchung liegt noch in der Zukunft.',
    'The follow-up examination still lies in the future.',
  ),
} as const satisfies Record<string, Rule>;
