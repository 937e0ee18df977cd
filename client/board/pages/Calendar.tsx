/** Meetings of a week or of a day. Which one stands in the address. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Meetings } from '../../web/api/schemas.ts';
import { get } from '../api.ts';
import { calendarPath, daysOf, moved, type Shown, shownIn, type View } from '../calendar/address.ts';
import { Days } from '../calendar/Days.tsx';
import { SubscribeDialog } from '../calendar/SubscribeDialog.tsx';
import { Answer } from '../parts/Answer.tsx';
import { Button } from '../parts/Button.tsx';
import { dayText, today, weekdayText } from '../parts/dates.ts';
import { Check } from '../parts/Field.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import { useMe } from '../parts/session.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { keys } from '../queries.ts';
import '../calendar/calendar.css';

export default function Calendar() {
  const { t } = useLang();
  const roles = useMe()?.roles ?? [];
  const [isSubscribing, setSubscribing] = useState(false);
  const search = useSearch();
  const [, navigate] = useLocation();
  const shown = shownIn(search, today());
  const show = (next: Shown): void => navigate(calendarPath(next, today()), { replace: true });
  const maySubscribe = roles.includes('caseWorker') || roles.includes('teamLead');
  return (
    <Page
      title={t('calendar')}
      actions={
        maySubscribe && (
          <Button icon="calendar" onClick={() => setSubscribing(true)}>
            {t('calendarSubscribe')}
          </Button>
        )
      }
    >
      <Tabs<View>
        label={t('calendarView')}
        tabs={[
          { key: 'week', label: t('calendarWeek') },
          { key: 'day', label: t('calendarDay') },
        ]}
        open={shown.view}
        onOpen={(view) => show({ ...shown, view })}
      >
        <Turning shown={shown} onShow={show} />
        <Found shown={shown} />
      </Tabs>
      {isSubscribing && <SubscribeDialog onClose={() => setSubscribing(false)} />}
    </Page>
  );
}

const turns = {
  week: { previous: 'calendarPreviousWeek', next: 'calendarNextWeek' },
  day: { previous: 'calendarPreviousDay', next: 'calendarNextDay' },
} as const;

/** Back, to today, on; and which days these are. */
function Turning({ shown, onShow }: { shown: Shown; onShow: (shown: Shown) => void }) {
  const { t, lang } = useLang();
  const { previous, next } = turns[shown.view];
  const days = daysOf(shown);
  const [first = shown.date, last = first] = [days[0], days.at(-1)];
  return (
    <div className="turning">
      <div className="turning__buttons">
        <Turn icon="previous" label={t(previous)} onTurn={() => onShow(moved(shown, -1))} />
        <Button onClick={() => onShow({ ...shown, date: today() })}>{t('calendarToday')}</Button>
        <Turn icon="next" label={t(next)} onTurn={() => onShow(moved(shown, 1))} />
      </div>
      <h2 className="kern-heading-medium" aria-live="polite">
        {shown.view === 'day'
          ? weekdayText(first, lang)
          : t('calendarWeekOf', { from: dayText(first, lang), to: dayText(last, lang) })}
      </h2>
      <Check
        id="calendar-cancelled"
        type="checkbox"
        label={t('calendarCancelled')}
        checked={shown.cancelled}
        onChange={(cancelled) => onShow({ ...shown, cancelled })}
      />
    </div>
  );
}

const Turn = ({ icon, label, onTurn }: { icon: 'previous' | 'next'; label: string; onTurn: () => void }) => (
  <button type="button" className="icon-button turning__turn" onClick={onTurn}>
    <Icon name={icon} />
    <span className="kern-sr-only">{label}</span>
  </button>
);

function Found({ shown }: { shown: Shown }) {
  const days = daysOf(shown);
  const [from = shown.date, to = from] = [days[0], days.at(-1)];
  const asked = { from, to, ...(shown.cancelled ? { cancelled: true } : {}) };
  const query = useQuery({
    queryKey: keys.lists('meetings', asked),
    queryFn: ({ signal }) => get<Meetings>('/api/meetings', asked, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Answer query={query}>
      {({ meetings }) => <Days days={days} today={today()} meetings={meetings} />}
    </Answer>
  );
}
