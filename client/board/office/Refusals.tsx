/** Who was refused what, newest first, page by page. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import type { Refusals as Answered } from '../../web/api/schemasOfOps.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/Answer.tsx';
import { Button } from '../parts/Button.tsx';
import { DateText } from '../parts/DateText.tsx';
import { useStaff } from '../parts/directory.ts';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { roleWords } from '../parts/names.ts';
import { Table } from '../parts/Table.tsx';
import { keys } from '../queries.ts';

type Refusal = Answered['items'][number];

const pageSize = 25;

export function Refusals() {
  const { t } = useLang();
  const [search, setSearch] = useSearchParams();
  const page = Math.max(1, Math.floor(Number(search.get('page'))) || 1);
  const asked = { limit: pageSize, offset: (page - 1) * pageSize };
  const query = useQuery({
    queryKey: keys.lists('refusals', asked),
    queryFn: ({ signal }) => get<Answered>('/api/refusals', asked, signal),
    placeholderData: keepPreviousData,
  });
  const goTo = (to: number): void =>
    setSearch((before) => ({ ...Object.fromEntries(before), page: String(to) }), { replace: true });
  return (
    <section aria-labelledby="refusals">
      <h2 id="refusals" className="kern-heading-medium">
        {t('refusals')}
      </h2>
      <p className="kern-body lead">{t('refusalsHelp')}</p>
      <Answer query={query}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty>{t('refusalsNone')}</Empty>
          ) : (
            <>
              <List items={items} />
              <Pager page={page} pages={Math.ceil(total / pageSize)} total={total} onGo={goTo} />
            </>
          )
        }
      </Answer>
    </section>
  );
}

function List({ items }: { items: readonly Refusal[] }) {
  const { t } = useLang();
  const staff = useStaff().data?.staff ?? [];
  const nameOf = (id: string): string => staff.find((one) => one.id === id)?.name ?? id;
  const roleOf = (role: string): string =>
    Object.hasOwn(roleWords, role) ? t(roleWords[role as keyof typeof roleWords]) : role;
  return (
    <Table
      caption={t('refusals')}
      rows={items}
      rowKey={({ id }) => String(id)}
      columns={[
        { key: 'at', label: t('columnWhen'), cell: ({ at }) => <DateText value={at} /> },
        { key: 'who', label: t('columnWho'), cell: ({ person }) => nameOf(person), isHead: true },
        { key: 'roles', label: t('refusalsRoles'), cell: ({ roles }) => roles.map(roleOf).join(', ') },
        {
          key: 'what',
          label: t('columnWhat'),
          cell: ({ method, route }) => (
            <code className="breaking">
              {method} {route}
            </code>
          ),
        },
        { key: 'journey', label: t('opsJourney'), cell: ({ journey }) => journey },
        {
          key: 'code',
          label: t('opsReason'),
          cell: ({ code }) =>
            code === 'forbidden' ? t('refusalsForbidden') : t('refusalsByRules', { code }),
        },
      ]}
    />
  );
}

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly onGo: (page: number) => void;
}

function Pager({ page, pages, total, onGo }: PagerProps) {
  const { t } = useLang();
  return (
    <nav className="pager" aria-label={t('refusalsPages')}>
      <Button icon="previous" busy={page <= 1} onClick={() => onGo(page - 1)}>
        {t('refusalsNewer')}
      </Button>
      <span className="kern-body" role="status">
        {t('refusalsPage', { page, pages, total })}
      </span>
      <Button icon="next" busy={page >= pages} onClick={() => onGo(page + 1)}>
        {t('refusalsOlder')}
      </Button>
    </nav>
  );
}
