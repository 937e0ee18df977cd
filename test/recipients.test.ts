/** Whom a role stands for: those of the journey, else those of its organisation, else those of its site. */
import { beforeAll, expect, it } from 'vitest';
import { recipientsOf } from '../activities/recipients.ts';
import { record } from '../activities/record.ts';
import type { Store } from '../activities/store/db.ts';
import { Roster, savePeople } from '../activities/store/people.ts';
import { readPeople } from '../activities/store/read.ts';
import type { Role } from '../workflows/effects/words.ts';
import { freshDatabase } from './support/database.ts';
import { emptyBoard } from './support/orders.ts';

let db: Store;
const site = 'site-1';

/** Somebody whose id tells where they belong. */
const somebody = (id: string) => ({ id, name: `Vorname ${id}`, email: `${id}@example.org` });

const ofOrganisations = [
  ['trainer', 'company', 'company-1'],
  ['trainingAdviser', 'chamber', 'chamber-1'],
  ['funderAdviser', 'funder', 'agency-1'],
  ['teacher', 'school', 'school-1'],
] as const;

beforeAll(async () => {
  ({ db } = await freshDatabase());
  const involvements = ofOrganisations.flatMap(([role, scope, scopeId]) => [
    { scope, scopeId, role, personId: `${role}-of-${scope}` },
    { scope, scopeId: `another-${scope}`, role, personId: `${role}-elsewhere` },
    { scope: 'site' as const, scopeId: site, role, personId: `${role}-of-site` },
    { scope: 'journey' as const, scopeId: 'j-own', role, personId: `${role}-of-journey` },
  ]);
  const people = involvements.map(({ personId }) => somebody(personId));
  await savePeople(db, Roster.parse({ people, involvements }));
  for (const journey of ['j-1', 'j-own']) await onBoard(journey, { company: 'company-1' });
});

async function onBoard(journey: string, more: object): Promise<void> {
  await record(db, {
    journey,
    entries: [],
    journalLength: 0,
    board: emptyBoard,
    summary: {
      ...{ site, federalState: 'BW', phase: 'training', attention: 'none', machineVersion: 1 },
      policyVersion: '2026-1',
      summary: { chamber: 'chamber-1', funder: 'agency-1', school: 'school-1', ...more },
    },
  });
}

const found = async (journey: string, role: Role): Promise<string[]> =>
  (await recipientsOf(db, { journey, site }, [role])).map(({ person }) => person);

it.each(ofOrganisations)('finds the %s of a journey with its %s', async (role, scope) => {
  expect(await found('j-1', role)).toEqual([`${role}-of-${scope}`]);
});

it.each(ofOrganisations)('prefers a %s who was named for the journey alone', async (role) => {
  expect(await found('j-own', role)).toEqual([`${role}-of-journey`]);
});

it.each(ofOrganisations)('falls back to the %s of the site where the board names no %s', async (role) => {
  expect(await found('j-unknown', role)).toEqual([`${role}-of-site`]);
});

it('asks nobody of the site where the organisation has somebody, and follows a change of company', async () => {
  await onBoard('j-moved', { company: 'another-company' });
  expect(await found('j-moved', 'trainer')).toEqual(['trainer-elsewhere']);
});

it('takes nobody of an organisation for a role that belongs to none', async () => {
  await savePeople(
    db,
    Roster.parse({
      people: [somebody('lead-of-company')],
      involvements: [
        { scope: 'company', scopeId: 'company-1', role: 'teamLead', personId: 'lead-of-company' },
      ],
    }),
  );
  await expect(recipientsOf(db, { journey: 'j-1', site }, ['teamLead'])).rejects.toThrow('no address');
});

it('gives the people of its organisations along with a journey that moves, with phone and channel', async () => {
  await savePeople(
    db,
    Roster.parse({
      people: [{ ...somebody('trainer-of-company'), phone: '+49 (711) 123-45', channel: 'sms' }],
    }),
  );
  const { people, involvements } = await readPeople(db, 'j-1', site);
  expect(people).toContainEqual({
    ...somebody('trainer-of-company'),
    ...{ phone: '+4971112345', channel: 'sms' },
  });
  expect(involvements).toContainEqual({
    ...{ scope: 'journey', scopeId: 'j-1', role: 'trainer', personId: 'trainer-of-company' },
  });
});
