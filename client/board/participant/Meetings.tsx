/** Reflection meetings: the next one with who comes, what became of it a click away, and those before. */
import type { Role } from '../../../workflows/effects/words.ts';
import type { Meeting } from '../../web/api/schemas.ts';
import { Badge } from '../parts/Badge.tsx';
import { DateText } from '../parts/DateText.tsx';
import { timeOf } from '../parts/dates.ts';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { roleWords } from '../parts/names.ts';
import { Say } from './Say.tsx';
import { type Shown, useShown } from './shown.ts';

const outcomes = [
  'meeting.held',
  'meeting.missed',
  'meeting.moved',
  'meeting.cancelled',
  'meeting.replied',
] as const;

export function Meetings() {
  const { meetings, view } = useShown();
  const { t } = useLang();
  const { facts } = view;
  const current = meetings.find(({ key, status }) => key === facts.meeting?.key && status === 'scheduled');
  const others = meetings.filter((one) => one !== current).toReversed();
  return (
    <>
      {current ? <Current meeting={current} /> : <NoneYet />}
      {facts.missedInRow > 0 && <p className="kern-body">{t('missedInRow', { count: facts.missedInRow })}</p>}
      {others.length > 0 && (
        <>
          <h3 className="kern-heading-small">{t('meetingsOther')}</h3>
          <ul className="plain-list">
            {others.map((one) => (
              <li key={`${one.key} ${one.startsAt}`} className="kern-body">
                <DateText value={one.startsAt} /> – {t(stateOf(one, view.now))},{' '}
                <Roles roles={one.attendees} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const stateOf = ({ status, startsAt }: Meeting, now: string) =>
  status === 'cancelled' ? 'meetingCancelled' : startsAt > now ? 'meetingPlanned' : 'meetingPast';

function NoneYet() {
  const { t } = useLang();
  const { facts, open } = useShown().view;
  const due = open.find(({ key }) => key === 'reflectionDue')?.dueOn ?? facts.meetingDueOn;
  return (
    <>
      <Empty>
        {due ? (
          <>
            {t('meetingNextDue')} <DateText value={due} weekday distance />. {t('meetingInvitedByItself')}
          </>
        ) : (
          t('meetingsNone')
        )}
        {facts.lastMeetingOn && (
          <>
            {' '}
            {t('meetingLast')} <DateText value={facts.lastMeetingOn} />.
          </>
        )}
      </Empty>
      <Outcomes />
    </>
  );
}

function Current({ meeting: { startsAt, endsAt, attendees } }: { meeting: Meeting }) {
  const shown = useShown();
  const { t, say } = useLang();
  const { replies = {} } = shown.view.facts.meeting ?? {};
  const isPast = startsAt <= shown.view.now;
  return (
    <div className="panel">
      <h3 className="kern-heading-small">
        <DateText value={startsAt} /> – {timeOf(endsAt)}
      </h3>
      <ul className="plain-list">
        {attendees.map((role) => {
          const reply = replies[role];
          const answer = reply && shown.catalogue.replies[reply];
          return (
            <li key={role} className="kern-body standing">
              {whoIs(role, shown, t)}
              {answer ? (
                <Badge look={reply === 'coming' ? 'success' : 'warning'}>{say(answer)}</Badge>
              ) : (
                <span className="kern-body--muted">{t(isPast ? 'notAnswered' : 'notYetAnswered')}</span>
              )}
            </li>
          );
        })}
      </ul>
      <Outcomes isPast={isPast} />
    </div>
  );
}

/** A role, and who plays it. Pure. */
export function whoIs(
  role: Role,
  { people }: Pick<Shown, 'people'>,
  t: ReturnType<typeof useLang>['t'],
): string {
  const names = people.filter((one) => one.role === role).map(({ name }) => name);
  return names.length > 0 ? `${names.join(', ')} (${t(roleWords[role])})` : t(roleWords[role]);
}

export function Roles({ roles }: { roles: readonly Role[] }) {
  const { t } = useLang();
  return <>{roles.map((role) => t(roleWords[role])).join(', ')}</>;
}

function Outcomes({ isPast = false }: { isPast?: boolean }) {
  return (
    <div className="say-row">
      {outcomes.map((type, at) => (
        <Say key={type} type={type} look={isPast && at === 0 ? 'primary' : 'secondary'} />
      ))}
    </div>
  );
}
