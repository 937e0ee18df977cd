/** Where a journey stands in its regions, and the full view with what may be done next and by whom. */
import { describe, expect, test } from 'vitest';
import { explain } from '../../workflows/fold/explain.ts';
import { fullViewOf, standing, viewOf } from '../../workflows/fold/view.ts';
import { catalogue } from '../../workflows/journal/events.ts';
import { entered, factsOf, folded, policy, raised } from '../support/journal.ts';

const begun = entered('2024-02-01');

describe('the places', () => {
  const open = viewOf(folded('2024-02-10', ...begun, ['2024-02-09', raised]));
  const conflict = { de: 'Konflikt', en: 'Conflict' };

  test('are the active states below their regions, most general first, each since when', () => {
    const since = '2024-02-09T12:00:00.000Z';
    expect(open.places.filter(({ region }) => region.en === 'Conflict')).toEqual([
      { path: 'conflict.open', region: conflict, label: { de: 'Offen', en: 'Open' }, since },
      {
        path: 'conflict.open.talk',
        region: conflict,
        label: { de: 'Gespräch der Beteiligten', en: 'Talk between the parties' },
        since,
      },
    ]);
    expect(open.places.map(({ path }) => path)).not.toContain('conflict');
  });

  test('stand as one text each where something goes on, and are left out at rest', () => {
    const lines = standing(open);
    expect(lines).toContainEqual({
      region: conflict,
      label: { de: 'Offen › Gespräch der Beteiligten', en: 'Open › Talk between the parties' },
      since: '2024-02-09T12:00:00.000Z',
    });
    expect(lines.filter(({ region }) => region.en === 'Phase').map(({ label }) => label.en)).toEqual([
      'Accompanied › Preparation › Preparing',
    ]);
    const regions = lines.map(({ region }) => region.en);
    for (const resting of ['Attendance', 'Assignment', 'Deputy', 'Damages', 'Support plan']) {
      expect(regions).not.toContain(resting);
    }
  });
});

test('the full view adds facts, effects and the next steps with those who may take them', () => {
  const journey = folded('2024-02-10', ...begun, ['2024-02-09', raised]);
  const { facts, effects, next, ...view } = fullViewOf(journey);
  expect(view).toEqual(viewOf(journey));
  expect(view).toMatchObject({
    machineVersion: 1,
    policyVersion: policy.version,
    now: '2024-02-10T12:00:00.000Z',
  });
  expect(facts).toBe(factsOf(journey));
  expect(effects.map(({ key }) => key)).toEqual(['conflict/3/talk']);
  expect(next.map(({ type }) => type)).toEqual(
    explain(journey).flatMap(({ type, possible }) => (possible ? [type] : [])),
  );
  expect(next).toContainEqual({
    type: 'conflict.mediated',
    label: catalogue['conflict.mediated'].label,
    roles: ['caseWorker', 'teamLead'],
  });
  expect(next.map(({ type }) => type)).not.toContain('conflict.raised');
});
