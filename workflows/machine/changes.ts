/**
 * What each event adds to the facts, a file for each matter. The statechart says what may follow what; this says what is
 * known afterwards. Pure.
 */
import type { Change, Changes } from './changes/change.ts';
import { conflictChanges } from './changes/conflict.ts';
import { journeyChanges } from './changes/journey.ts';
import { meetingChanges } from './changes/meetings.ts';
import { peopleChanges } from './changes/people.ts';
import { preparationChanges } from './changes/preparation.ts';
import { reportChanges } from './changes/reports.ts';
import { supportChanges } from './changes/support.ts';
import { trainingChanges } from './changes/training.ts';
import type { MachineEvent } from './event.ts';
import type { Facts } from './facts.ts';

const changes: Changes = {
  ...journeyChanges,
  ...preparationChanges,
  ...trainingChanges,
  ...meetingChanges,
  ...conflictChanges,
  ...supportChanges,
  ...reportChanges,
  ...peopleChanges,
};

/** The facts after an event. Pure; never throws. */
export function factsAfter(facts: Facts, event: MachineEvent): Facts {
  const change = changes[event.type] as Change<MachineEvent> | undefined;
  return change ? ({ ...facts, ...change(facts, event) } as Facts) : facts;
}
