/** Meetings of the coming weeks. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Meetings } from '../../web/api/schemas.ts';
import { get } from '../api.ts';
import { journeyPath } from '../areas.ts';
import { Answer } from '../parts/Answer.tsx';
import { DateText } from '../parts/DateText.tsx';
import { plusDays, today } from '../parts/dates.ts';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import { Table } from '../parts/Table.tsx';
import { keys } from '../queries.ts';

const days = 28;

export default function Calendar() {
  const { t } = useLang();
  const range = { from: today(), to: plusDays(today(), days) };
  const query = useQuery({
    queryKey: keys.lists('meetings', range),
    queryFn: ({ signal }) => get<Meetings>('/api/meetings', range, signal),
  });
  return (
    <Page title={t('calendar')}>
      <Answer query={query}>
        {({ meetings }) =>
          meetings.length === 0 ? <Empty>{t('calendarNone')}</Empty> : <List meetings={meetings} />
        }
      </Answer>
    </Page>
  );
}

function List({ meetings }: Meetings) {
  const { t } = useLang();
  return (
    <Table
      caption={t('calendar')}
      rows={meetings}
      rowKey={({ journey, key }) => `${journey} ${key}`}
      columns={[
        { key: 'when', label: t('columnWhen'), cell: ({ startsAt }) => <DateText value={startsAt} /> },
        {
          key: 'who',
          label: t('columnParticipant'),
          isHead: true,
          cell: ({ journey, name }) => (
            <Link href={journeyPath(journey)} className="kern-link">
              {name ?? journey}
            </Link>
          ),
        },
      ]}
    />
  );
}
