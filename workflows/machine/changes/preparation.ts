/** What events add to what is known of parts, occupation, internships, companies, offers. */

import type { Internship } from '../facts/preparation.ts';
import type { Facts } from '../facts.ts';
import type { Changes, FactsChange } from './change.ts';

const internship = (
  { internships }: Facts,
  { internship: seq }: { internship: number },
  change: Partial<Internship>,
): FactsChange => {
  const known = internships[seq];
  return known ? { internships: { ...internships, [seq]: { ...known, ...change } } } : {};
};

export const preparationChanges = {
  'preparation.partRecorded': ({ parts }, { part, status }) => ({ parts: { ...parts, [part]: status } }),
  'preparation.extended': (_, { months }) => ({ extensionMonths: months }),
  'occupation.agreed': (_, { occupation }) => ({ occupation }),
  'internship.planned': ({ internships }, { entry, company, from, to }) => ({
    internships: { ...internships, [entry]: { company, from, to, status: 'planned' } },
  }),
  'internship.started': (facts, event) => internship(facts, event, { status: 'running' }),
  'internship.reviewed': (facts, event) =>
    internship(facts, event, { status: event.fit ? 'fit' : 'noFit', reviewedOn: event.day }),
  'internship.brokenOff': (facts, event) => internship(facts, event, { status: 'brokenOff' }),
  'placement.offered': (_, { company }) => ({ offer: company }),
  'placement.offerDeclined': () => ({ offer: undefined }),
  'company.informed': ({ informed }, { company, day }) => ({ informed: { ...informed, [company]: day } }),
  'entryQualification.signed': (_, { company, start, end }) => ({
    entryQualification: { company, start, end },
    offer: undefined,
  }),
} as const satisfies Changes;
