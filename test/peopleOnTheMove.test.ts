/** Who comes along with a journey from another provider changes nobody who is here already. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Store } from '../activities/store/db.ts';
import { Roster, savePeople, savePeopleFrom } from '../activities/store/people.ts';
import { freshDatabase } from './support/database.ts';

let db: Store;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});
afterAll(() => db.destroy());

const known = { id: 't-1', name: 'Beispiel Hiesige', email: 'hier@example.org' };
const origin = { provider: 'provider-1', journey: 'p-1' };
const bringing = (person: object, journey = 'p-1'): Roster => {
  const one = { ...known, ...person };
  const involvement = { scope: 'journey', scopeId: journey, role: 'trainer', personId: one.id };
  return Roster.parse({ people: [one], involvements: [involvement] });
};
beforeEach(async () => {
  await db.deleteFrom('involvements').execute();
  await db.deleteFrom('people').execute();
  await savePeople(db, Roster.parse({ people: [known] }));
});

const all = () => db.selectFrom('people').select(['id', 'name', 'email']).orderBy('id').execute();
const trainersOf = async (journey: string) =>
  await db
    .selectFrom('involvements')
    .innerJoin('people', 'people.id', 'involvements.personId')
    .select(['people.id as id', 'name', 'email'])
    .where('scopeId', '=', journey)
    .execute();

it('takes somebody who is the same in everything for the same', async () => {
  await savePeopleFrom(db, origin, bringing({}));
  expect(await all()).toEqual([known]);
  expect(await trainersOf('p-1')).toEqual([known]);
});

it.each([
  ['another address', { email: 'dort@example.org' }],
  ['no address', { email: null }],
  ['another name', { name: 'Beispiel Andere' }],
])('gives somebody with %s an id of their own, the same at a repetition', async (_, differing) => {
  await savePeopleFrom(db, origin, bringing(differing));
  await savePeopleFrom(db, origin, bringing(differing));
  const people = await all();
  expect(people).toHaveLength(2);
  expect(people).toContainEqual(known);
  const [trainer, ...more] = await trainersOf('p-1');
  expect([trainer, more]).toEqual([
    { ...known, ...differing, id: expect.stringMatching(/^provider-1-/) },
    [],
  ]);
});

it('keeps journeys apart: a newer address reaches only the journey that brought it', async () => {
  await savePeopleFrom(db, origin, bringing({ email: 'dort@example.org' }));
  const other = { ...origin, journey: 'p-2' };
  await savePeopleFrom(db, other, bringing({ email: 'neu@example.org' }, 'p-2'));
  expect((await trainersOf('p-1')).map(({ email }) => email)).toEqual(['dort@example.org']);
  expect((await trainersOf('p-2')).map(({ email }) => email)).toEqual(['neu@example.org']);
});

it('makes an id that fits, however long the two are', async () => {
  const id = 't'.repeat(63);
  await savePeople(db, Roster.parse({ people: [{ ...known, id }] }));
  const long = { provider: 'p'.repeat(63), journey: 'j'.repeat(63) };
  await savePeopleFrom(db, long, bringing({ id, email: null }, long.journey));
  const [trainer] = await trainersOf(long.journey);
  expect(Roster.safeParse({ people: [trainer] }).success).toBe(true);
  expect((await all()).find((one) => one.id === id)).toMatchObject({ email: known.email });
});

it('lets a role that is brought along be played by nobody from an earlier stay', async () => {
  await savePeopleFrom(db, origin, bringing({}));
  await savePeopleFrom(db, origin, bringing({ id: 't-2', name: 'Beispiel Neue' }));
  expect((await trainersOf('p-1')).map(({ id }) => id)).toEqual(['t-2']);
});
