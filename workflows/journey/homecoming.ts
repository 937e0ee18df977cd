/** How a journey goes on that left this provider and comes back: in its own books, with what happened elsewhere. Pure. */
import { type Machines, machines } from '../fold/rulebook.ts';
import { refuseUnlessBack } from '../journal/comeBack.ts';
import type { JourneyInput } from '../messages.ts';
import type { Instant } from '../policy/calendar.ts';
import { type Ledger, open, type Step } from './ledger.ts';

/**
 * The books as they come back. What was handed out here in a higher revision since it left, such as the reminder of the
 * final report, stays. @throws Refusal `journey-exists` if something was entered here since, or an impossible entry
 */
export function cameBack(
  ledger: Ledger,
  input: JourneyInput,
  now: Instant,
  known: Machines = machines,
): Step {
  refuseUnlessBack(ledger.journey, ledger.journal, input.journal);
  const step = open(input, now, known);
  const { handed, told } = step.ledger;
  const own = Object.entries(ledger.handed).filter(([key, { rev }]) => rev > (handed[key]?.rev ?? 0));
  const kept = { handed: { ...handed, ...Object.fromEntries(own) }, told: { ...ledger.told, ...told } };
  return { ...step, ledger: { ...step.ledger, ...kept } };
}
