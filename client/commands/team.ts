/** The commands `workload`, `staff` and `organisations`: who has how much to do, and who and what there is around the journeys. */
import type { Command } from 'commander';
import { type CardCounts, countCards } from '../../activities/store/cards.ts';
import { listOrganisations } from '../../activities/store/directory.ts';
import { listStaff, type StaffMember } from '../../activities/store/staffList.ts';
import { phases } from '../../workflows/fold/view.ts';
import { germanDay } from '../../workflows/policy/calendar.ts';
import { named, print, table } from '../output.ts';
import { oneOf } from '../papers/options.ts';
import { withStore } from '../papers/source.ts';
import { organisationKinds } from '../web/api/schemas.ts';

interface Options {
  readonly site?: string;
  readonly json?: boolean;
}

/** Adds the commands to a program. */
export function addTeamCommands(program: Command): void {
  program
    .command('workload')
    .summary('how many journeys each case worker has, by phase')
    .description('Counts running journeys by case worker and phase, beside what they can look after.')
    .option('--site <site>', 'only journeys and staff of this site')
    .option('--json', 'print JSON')
    .action(workload);
  program
    .command('staff')
    .summary('list who works where as what')
    .option('--site <site>', 'only of this site')
    .option('--json', 'print JSON')
    .action(staff);
  program
    .command('organisations')
    .summary('list companies, schools, chambers, funders')
    .option('--kind <kind>', `only ${organisationKinds.join(', ')}`)
    .option('--json', 'print JSON')
    .action(organisations);
}

const today = (): string => germanDay(new Date().toISOString());
const running = phases.filter((phase) => phase !== 'closed');

async function workload({ site, json }: Options): Promise<void> {
  const on = today();
  const [{ workers }, members] = await withStore((db) =>
    Promise.all([
      countCards(db, { everything: true, today: on }, { site }),
      listStaff(db, [site ?? '*'], on),
    ]),
  );
  print(loadsOf(workers, members), json, (rows) =>
    table(
      ['case worker', 'journeys', 'capacity', ...running, 'away'],
      rows.map((row) => [
        row.id === null ? 'nobody yet · noch niemand' : named({ ...row, id: row.id }),
        ...[String(row.journeys), String(row.capacity ?? '–')],
        ...running.map((phase) => String(row.phases[phase] ?? 0)),
        absencesText(row.absences),
      ]),
    ),
  );
}

/** Case workers, whether or not they have a journey, and what is nobody's yet. */
function loadsOf(workers: CardCounts['workers'], members: readonly StaffMember[]) {
  const team = members.filter(({ roles }) => roles.includes('caseWorker'));
  const others = workers.filter(({ id }) => team.every((one) => one.id !== id));
  return [...team, ...others]
    .map(({ id, name }) => {
      const counted = workers.find((one) => one.id === id)?.phases ?? {};
      const { capacity = null, absences = [] } = team.find((one) => one.id === id) ?? {};
      const own = Object.fromEntries(
        running.flatMap((phase) => (counted[phase] ? [[phase, counted[phase]]] : [])),
      );
      const journeys = Object.values(own).reduce((all, count) => all + count, 0);
      return { id, name, journeys, capacity, phases: own, absences };
    })
    .filter(({ id, journeys }) => journeys > 0 || team.some((one) => one.id === id));
}

async function staff({ site, json }: Options): Promise<void> {
  const members = await withStore((db) => listStaff(db, [site ?? '*'], today()));
  print(members, json, (rows) =>
    table(
      ['id', 'name', 'roles', 'sites', 'journeys', 'capacity', 'supports', 'subjects', 'away'],
      rows.map((row) => [
        ...[row.id, row.name, row.roles.join(', '), row.sites.join(', ')],
        ...[String(row.journeys), String(row.capacity ?? '–'), String(row.supported)],
        ...[row.subjects.join(', ') || '–', absencesText(row.absences)],
      ]),
    ),
  );
}

const absencesText = (absences: StaffMember['absences']): string =>
  absences
    .map(({ from, until, deputy }) => `${from}–${until}${deputy === null ? '' : ` → ${deputy}`}`)
    .join(', ') || '–';

async function organisations({ kind, json }: { kind?: string; json?: boolean }): Promise<void> {
  const known = kind === undefined ? undefined : oneOf('--kind', kind, organisationKinds);
  const rows = await withStore((db) => listOrganisations(db, known));
  print(rows, json, () =>
    table(
      ['id', 'kind', 'name', 'region'],
      rows.map((row) => [row.id, row.kind, row.name, row.region ?? '–']),
    ),
  );
}
