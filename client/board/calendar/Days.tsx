/** Days with their meetings: columns where there is room, else one below the other. */
import { Link } from 'wouter';
import type { Meeting, StaffMember } from '../../web/api/schemas.ts';
import { journeyPath } from '../areas.ts';
import { Badge } from '../parts/Badge.tsx';
import { dayOf, timeOf, weekdayText } from '../parts/dates.ts';
import { useStaff } from '../parts/directory.ts';
import { useLang } from '../parts/lang.tsx';
import { roleWords } from '../parts/names.ts';
import { useMe } from '../parts/session.tsx';

export interface DaysProps {
  readonly days: readonly string[];
  readonly today: string;
  readonly meetings: readonly Meeting[];
}

export function Days({ days, today, meetings }: DaysProps) {
  const { t, lang } = useLang();
  const byDay = Map.groupBy(meetings, ({ startsAt }) => dayOf(startsAt));
  const list = (
    <ol className={`days${days.length > 1 ? ' days--week' : ''}`}>
      {days
        .filter((day) => isShown(day, days, byDay.has(day)))
        .map((day) => (
          <li
            key={day}
            className={`day${day === today ? ' day--today' : ''}${byDay.has(day) ? '' : ' day--free'}`}
          >
            <h3 className="kern-title">
              <time dateTime={day}>{weekdayText(day, lang)}</time>
              {day === today && <span className="day__today"> {t('dayToday')}</span>}
            </h3>
            {byDay.has(day) ? (
              <ul className="day__meetings">
                {byDay.get(day)?.map((meeting) => (
                  <OneMeeting key={`${meeting.journey} ${meeting.key}`} meeting={meeting} />
                ))}
              </ul>
            ) : (
              <p className="kern-body kern-body--small kern-body--muted">{t('calendarFree')}</p>
            )}
          </li>
        ))}
    </ol>
  );
  return (
    <>
      {meetings.length === 0 && <p className="kern-body days__none">{t('calendarNoneHere')}</p>}
      {list}
    </>
  );
}

/** Of a week, Saturday and Sunday only where something takes place. */
const isShown = (day: string, days: readonly string[], isUsed: boolean): boolean =>
  days.length === 1 || isUsed || days.indexOf(day) < 5;

function OneMeeting({ meeting }: { meeting: Meeting }) {
  const { t } = useLang();
  const { journey, name, startsAt, endsAt, status, attendees, caseWorker } = meeting;
  const worker = useOtherWorker(caseWorker);
  const isCancelled = status === 'cancelled';
  return (
    <li className={`meeting${isCancelled ? ' meeting--cancelled' : ''}`}>
      <p className="kern-body">
        <time dateTime={startsAt}>{timeOf(startsAt)}</time>–<time dateTime={endsAt}>{timeOf(endsAt)}</time>{' '}
        {isCancelled && <Badge look="warning">{t('calendarIsCancelled')}</Badge>}
      </p>
      <p className="kern-body">
        <Link href={journeyPath(journey)} className="kern-link">
          {name ?? journey}
        </Link>
      </p>
      <p className="kern-body kern-body--small kern-body--muted">
        {attendees.map((role) => t(roleWords[role])).join(', ')}
      </p>
      {worker !== undefined && (
        <p className="kern-body kern-body--small kern-body--muted">
          {t('columnCaseWorker')}: {worker}
        </p>
      )}
    </li>
  );
}

/** Whose meeting it is, where it is not one's own. */
function useOtherWorker(caseWorker: string | null): string | undefined {
  const me = useMe();
  const staff: readonly StaffMember[] = useStaff().data?.staff ?? [];
  if (caseWorker === null || caseWorker === me?.person) return undefined;
  return staff.find(({ id }) => id === caseWorker)?.name ?? caseWorker;
}
