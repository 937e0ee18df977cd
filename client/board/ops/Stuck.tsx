/** Orders that cannot be carried out: since when, how often they were tried, and why. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Stuck as Answered } from '../../web/api/schemasOfOps.ts';
import { get } from '../api.ts';
import { journeyPath } from '../areas.ts';
import { Answer } from '../parts/Answer.tsx';
import { DateText } from '../parts/DateText.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { useMe } from '../parts/session.tsx';
import { Table } from '../parts/Table.tsx';
import { keys } from '../queries.ts';
import { searches, searchPath, workflowPath } from './temporal.ts';

type Effect = Answered['stuck'][number];

export function Stuck() {
  const { t } = useLang();
  const base = useMe()?.temporalUi;
  const query = useQuery({
    queryKey: keys.lists('stuck'),
    queryFn: ({ signal }) => get<Answered>('/api/stuck', {}, signal),
    refetchInterval: 30_000,
  });
  return (
    <>
      <p className="kern-body lead">{t('opsStuckHelp')}</p>
      <Answer query={query}>
        {({ stuck }) => (stuck.length === 0 ? <Empty>{t('opsNone')}</Empty> : <List stuck={stuck} />)}
      </Answer>
      {base && <Temporal base={base} />}
    </>
  );
}

function List({ stuck }: { stuck: readonly Effect[] }) {
  const { t } = useLang();
  return (
    <Table
      caption={t('opsStuck')}
      rows={stuck}
      rowKey={({ journey, key }) => `${journey} ${key}`}
      columns={[
        {
          key: 'journey',
          label: t('opsJourney'),
          cell: ({ journey }) => <Journey id={journey} />,
          isHead: true,
        },
        { key: 'key', label: t('opsEffect'), cell: ({ key }) => <code>{key}</code> },
        { key: 'since', label: t('opsSince'), cell: ({ since }) => <DateText value={since} /> },
        { key: 'attempts', label: t('opsAttempts'), cell: ({ attempts }) => attempts, numeric: true },
        { key: 'reason', label: t('opsReason'), cell: ({ reason }) => reason },
        { key: 'site', label: t('cohortSite'), cell: ({ site }) => site },
      ]}
    />
  );
}

/** Leads ops to the workflow, a team lead to the journey's page. */
export function Journey({ id }: { id: string }) {
  const { t } = useLang();
  const me = useMe();
  if (me?.temporalUi) {
    return (
      <OutLink href={workflowPath(me.temporalUi, id)}>
        {id}
        <span className="kern-sr-only"> {t('opsInTemporal')}</span>
      </OutLink>
    );
  }
  if (!me?.roles.includes('teamLead')) return id;
  return (
    <Link href={journeyPath(id)} className="kern-link">
      {id}
    </Link>
  );
}

function OutLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <a className="kern-link" href={href} target="_blank" rel="noreferrer">
      {children} <Icon name="open" small />
    </a>
  );
}

function Temporal({ base }: { base: string }) {
  const { t } = useLang();
  const now = new Date().toISOString();
  const names = Object.keys(searches) as (keyof typeof searches)[];
  return (
    <section aria-labelledby="temporal">
      <h2 id="temporal" className="kern-heading-medium">
        {t('opsTemporalHeading')}
      </h2>
      <p className="kern-body lead">{t('opsTemporalHelp')}</p>
      <ul className="link-list kern-body">
        {names.map((name) => (
          <li key={name}>
            <OutLink href={searchPath(base, searches[name](now))}>{t(name)}</OutLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
