/** The journeys somebody may see. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Card, Cards } from '../../web/api/schemas.ts';
import { get } from '../api.ts';
import { journeyPath } from '../areas.ts';
import { Answer } from '../parts/Answer.tsx';
import { AttentionBadge } from '../parts/Badge.tsx';
import { DateText } from '../parts/DateText.tsx';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import { PhaseText } from '../parts/PhaseText.tsx';
import { Table } from '../parts/Table.tsx';
import { keys } from '../queries.ts';

export default function Participants() {
  const { t } = useLang();
  const query = useQuery({
    queryKey: keys.lists('journeys'),
    queryFn: ({ signal }) => get<Cards>('/api/journeys', {}, signal),
  });
  return (
    <Page title={t('participants')}>
      <Answer query={query}>
        {({ items, total }) =>
          items.length === 0 ? <Empty>{t('participantsNone')}</Empty> : <List items={items} total={total} />
        }
      </Answer>
    </Page>
  );
}

function List({ items, total }: { items: readonly Card[]; total: number }) {
  const { t, say } = useLang();
  return (
    <>
      <p className="kern-body kern-body--muted">{t('participantsCount', { total })}</p>
      <Table
        caption={t('participants')}
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            label: t('columnParticipant'),
            isHead: true,
            cell: ({ id, name }) => (
              <Link href={journeyPath(id)} className="kern-link">
                {name ?? id}
              </Link>
            ),
          },
          { key: 'phase', label: t('columnPhase'), cell: ({ phase }) => <PhaseText phase={phase} /> },
          {
            key: 'attention',
            label: t('columnAttention'),
            cell: ({ attention }) => <AttentionBadge attention={attention} />,
          },
          {
            key: 'next',
            label: t('columnNext'),
            cell: ({ next }) =>
              next && (
                <>
                  {say(next.label)}: <DateText value={next.dueOn} />
                </>
              ),
          },
          {
            key: 'caseWorker',
            label: t('columnCaseWorker'),
            cell: ({ caseWorker }) => (caseWorker ? (caseWorker.name ?? caseWorker.id) : t('nobody')),
          },
        ]}
      />
    </>
  );
}
