/** Events of the people around a journey: case worker, deputy, consent, minors, keeping of records. */
import { z } from 'zod';
import { Day } from '../../policy/calendar.ts';
import { type EventSpec, event, Id, lead, protection, team } from './fields.ts';

export const consentParties = ['company', 'school', 'chamber'] as const;
export type ConsentParty = (typeof consentParties)[number];

export const peopleEvents = {
  'handover.proposed': event(team, 'Übergabe vorgeschlagen', 'Handover proposed', {
    /** The case worker who is to take the journey. */
    to: Id,
    /** Whether a graduate in social work (true where left out); somebody else is assigned by the team lead. */
    qualified: z.boolean().optional(),
  }),
  'handover.approved': event(lead, 'Übergabe genehmigt', 'Handover approved', {}),
  'handover.accepted': event(team, 'Übergabe angenommen', 'Handover accepted', {}),
  'handover.declined': event(team, 'Übergabe abgelehnt', 'Handover declined', {}),
  'handover.withdrawn': event(team, 'Übergabe zurückgezogen', 'Handover withdrawn', {}),
  'deputy.appointed': event(team, 'Vertretung eingesetzt', 'Deputy appointed', {
    deputy: Id,
    from: Day,
    until: Day,
  }),
  'deputy.ended': event(team, 'Vertretung beendet', 'Deputy ended', {}),
  'consent.given': event(team, 'Einwilligung erteilt', 'Consent given', {
    /** Who may be told. */
    to: z.enum(consentParties),
    /** For a minor: the guardians agreed too. */
    guardiansToo: z.boolean().optional(),
  }),
  'consent.withdrawn': event(team, 'Einwilligung widerrufen', 'Consent withdrawn', {
    to: z.enum(consentParties),
  }),
  'minor.examined': event(team, 'Ärztliche Erstuntersuchung belegt', 'Medical examination shown', {
    on: Day,
  }),
  'minor.reexamined': event(team, 'Ärztliche Nachuntersuchung belegt', 'Medical follow-up shown', {
    on: Day,
  }),
  'legalHold.placed': event(protection, 'Löschung ausgesetzt', 'Erasure put on hold', {}),
  'legalHold.released': event(protection, 'Löschung wieder zugelassen', 'Erasure allowed again', {}),
} as const satisfies Record<string, EventSpec>;
