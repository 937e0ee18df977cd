/** Whether what is handed in refers to people and companies that there are. Names fields, never what they contain. */
import type { Store } from './db.ts';
import type { Roster } from './people.ts';

interface Reference {
  readonly field: string;
  readonly id: string | null;
}

/** The fields that refer to somebody or something that is neither handed in nor in the store. */
export async function unknownReferences(db: Store, roster: Roster): Promise<string[]> {
  const people = new Set(roster.people.map(({ id }) => id));
  const companies = new Set(
    roster.organisations?.flatMap(({ id, kind }) => (kind === 'company' ? [id] : [])),
  );
  const persons = missingFrom(people, personReferences(roster));
  const places = missingFrom(companies, companyReferences(roster));
  const [knownPeople, knownCompanies] = await Promise.all([
    idsAmong(db, 'people', persons),
    idsAmong(db, 'organisations', places),
  ]);
  return [
    ...missingFrom(knownPeople, persons).map(({ field }) => `${field}: is not among the people`),
    ...missingFrom(knownCompanies, places).map(({ field }) => `${field}: is not among the companies`),
  ];
}

function personReferences({ involvements, staff = [], absences = [] }: Roster): Reference[] {
  return [
    ...involvements.map(({ personId }, at) => ({ field: `involvements.${at}.personId`, id: personId })),
    ...staff.map(({ personId }, at) => ({ field: `staff.${at}.personId`, id: personId })),
    ...absences.flatMap(({ personId, deputy }, at) => [
      { field: `absences.${at}.personId`, id: personId },
      { field: `absences.${at}.deputy`, id: deputy },
    ]),
  ];
}

const companyReferences = ({ trainingPlaces = [] }: Roster): Reference[] =>
  trainingPlaces.map(({ company }, at) => ({ field: `trainingPlaces.${at}.company`, id: company }));

const missingFrom = (known: ReadonlySet<string>, references: readonly Reference[]): Reference[] =>
  references.filter(({ id }) => id !== null && !known.has(id));

async function idsAmong(
  db: Store,
  table: 'people' | 'organisations',
  references: readonly Reference[],
): Promise<ReadonlySet<string>> {
  const ids = references.map(({ id }) => id).filter((id) => id !== null);
  if (ids.length === 0) return new Set();
  const query =
    table === 'people'
      ? db.selectFrom('people').select('id').where('id', 'in', ids)
      : db.selectFrom('organisations').select('id').where('id', 'in', ids).where('kind', '=', 'company');
  return new Set((await query.execute()).map(({ id }) => id));
}
