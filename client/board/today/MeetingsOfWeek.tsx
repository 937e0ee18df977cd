/** The meetings of today and of the days after. Those of today can be recorded or moved from here. */
import { Link } from 'wouter';
import type { Meeting } from '../../web/api/schemas.ts';
import { journeyPath } from '../areas.ts';
import { Button, ButtonLink } from '../parts/Button.tsx';
import { DateText } from '../parts/DateText.tsx';
import { dayOf, timeOf } from '../parts/dates.ts';
import { useLang } from '../parts/lang.tsx';
import { roleWords } from '../parts/names.ts';

export interface MeetingsOfWeekProps {
  readonly meetings: readonly Meeting[];
  readonly today: string;
  readonly onSettle: (meeting: Meeting) => void;
}

export function MeetingsOfWeek({ meetings, today, onSettle }: MeetingsOfWeekProps) {
  const { t } = useLang();
  const isToday = ({ startsAt }: Meeting): boolean => dayOf(startsAt) === today;
  const later = meetings.filter((meeting) => !isToday(meeting));
  return (
    <aside className="today-meetings" aria-labelledby="today-meetings">
      <h2 id="today-meetings" className="kern-heading-medium">
        {t('todayMeetingsToday')}
      </h2>
      <List meetings={meetings.filter(isToday)} onSettle={onSettle} />
      <h2 className="kern-heading-medium">{t('todayMeetingsWeek')}</h2>
      <List meetings={later} />
      <ButtonLink look="tertiary" icon="calendar" to="/calendar">
        {t('todayToCalendar')}
      </ButtonLink>
    </aside>
  );
}

type ListProps = Pick<MeetingsOfWeekProps, 'meetings'> & Partial<Pick<MeetingsOfWeekProps, 'onSettle'>>;

function List({ meetings, onSettle }: ListProps) {
  const { t } = useLang();
  if (meetings.length === 0) return <p className="kern-body kern-body--muted">{t('todayNoMeetings')}</p>;
  return (
    <ul className="today-people">
      {meetings.map((meeting) => (
        <OneMeeting key={`${meeting.journey} ${meeting.key}`} meeting={meeting} onSettle={onSettle} />
      ))}
    </ul>
  );
}

interface OneMeetingProps {
  readonly meeting: Meeting;
  readonly onSettle: ((meeting: Meeting) => void) | undefined;
}

function OneMeeting({ meeting, onSettle }: OneMeetingProps) {
  const { t } = useLang();
  const { journey, name, startsAt, endsAt, attendees } = meeting;
  return (
    <li className="today-person">
      <p className="kern-body">
        {!onSettle && (
          <>
            <DateText value={dayOf(startsAt)} weekday />
            {', '}
          </>
        )}
        {timeOf(startsAt)}–{timeOf(endsAt)}
      </p>
      <p className="kern-body">
        <Link href={journeyPath(journey)} className="kern-link">
          {name ?? journey}
        </Link>
      </p>
      <p className="kern-body kern-body--small kern-body--muted">
        {attendees.map((role) => t(roleWords[role])).join(', ')}
      </p>
      {onSettle && (
        <Button onClick={() => onSettle(meeting)}>
          {t(startsAt <= new Date().toISOString() ? 'deedMeeting' : 'deedMeetingMoved')}
          <span className="kern-sr-only">: {name ?? journey}</span>
        </Button>
      )}
    </li>
  );
}
