/** What is asked of somebody now, most urgent first. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Today as TodayAnswer } from '../../web/api/schemas.ts';
import { get } from '../api.ts';
import { journeyPath } from '../areas.ts';
import { Answer } from '../parts/Answer.tsx';
import { AttentionBadge } from '../parts/Badge.tsx';
import { DateText } from '../parts/DateText.tsx';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import { Table } from '../parts/Table.tsx';
import { keys } from '../queries.ts';

export default function Today() {
  const { t } = useLang();
  const query = useQuery({
    queryKey: keys.lists('today'),
    queryFn: ({ signal }) => get<TodayAnswer>('/api/today', {}, signal),
  });
  return (
    <Page title={t('today')}>
      <Answer query={query}>{(today) => <Tasks today={today} />}</Answer>
    </Page>
  );
}

function Tasks({ today: { deadlines, meetings } }: { today: TodayAnswer }) {
  const { t } = useLang();
  if (deadlines.length + meetings.length === 0) return <Empty>{t('todayNothing')}</Empty>;
  return (
    <>
      {deadlines.length > 0 && <Deadlines deadlines={deadlines} />}
      {meetings.length > 0 && <Meetings meetings={meetings} />}
    </>
  );
}

const Participant = ({ journey, name }: { journey: string; name: string | null }) => (
  <Link href={journeyPath(journey)} className="kern-link">
    {name ?? journey}
  </Link>
);

function Deadlines({ deadlines }: Pick<TodayAnswer, 'deadlines'>) {
  const { t, say } = useLang();
  return (
    <Table
      caption={t('todayDeadlines')}
      showCaption
      rows={deadlines}
      rowKey={({ journey, key, item, dueOn }) => `${journey} ${key} ${item ?? ''} ${dueOn}`}
      columns={[
        { key: 'who', label: t('columnParticipant'), cell: Participant, isHead: true },
        { key: 'what', label: t('columnWhat'), cell: ({ label }) => say(label) },
        { key: 'by', label: t('columnDueOn'), cell: ({ dueOn }) => <DateText value={dueOn} distance /> },
        {
          key: 'status',
          label: t('columnAttention'),
          cell: ({ status }) => status !== 'open' && <AttentionBadge attention={status} />,
        },
      ]}
    />
  );
}

function Meetings({ meetings }: Pick<TodayAnswer, 'meetings'>) {
  const { t } = useLang();
  return (
    <Table
      caption={t('todayMeetings')}
      showCaption
      rows={meetings}
      rowKey={({ journey, key }) => `${journey} ${key}`}
      columns={[
        { key: 'who', label: t('columnParticipant'), cell: Participant, isHead: true },
        { key: 'when', label: t('columnWhen'), cell: ({ startsAt }) => <DateText value={startsAt} /> },
      ]}
    />
  );
}
