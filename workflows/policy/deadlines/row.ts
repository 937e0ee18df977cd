/** What a row of the deadlines is made of, and the seven ways of reckoning that occur. */
import type { Period } from '../calendar.ts';

/** How a deadline's date is reckoned from its fact, and when it fires. */
export interface Reckoning {
  /** `with` its first day, `after` an event, `before` an end; `on` the very day the facts name. */
  readonly reckon: 'with' | 'after' | 'before' | 'on';
  /** `remind` fires on its date; `until` names a last day that still counts and fires the morning after. */
  readonly kind: 'remind' | 'until';
  /** Whether a last day on a weekend or holiday moves to the next working day (§193 BGB, §222(2) ZPO). */
  readonly holidays: 'none' | 'place' | 'court';
}

/** A deadline's row; without `value` the facts name the length or the very day. */
export interface DeadlineRow extends Reckoning {
  readonly value: Period | null;
  readonly source: string;
  readonly label: { readonly de: string; readonly en: string };
}

export const practice = '(practice)';

type RowArguments = [
  value: Period | null,
  source: string,
  de: string,
  en: string,
  holidays?: Reckoning['holidays'],
];
type MakeRow = (...row: RowArguments) => DeadlineRow;
const reckoned =
  (reckon: Reckoning['reckon'], kind: Reckoning['kind']): MakeRow =>
  (value, source, de, en, holidays = 'none') => ({
    value,
    reckon,
    kind,
    holidays,
    source,
    label: { de, en },
  });

export const remindAfter = reckoned('after', 'remind');
export const remindBefore = reckoned('before', 'remind');
export const remindOn = reckoned('on', 'remind');
export const untilAfter = reckoned('after', 'until');
export const untilBefore = reckoned('before', 'until');
export const untilWith = reckoned('with', 'until');
export const untilOn = reckoned('on', 'until');
