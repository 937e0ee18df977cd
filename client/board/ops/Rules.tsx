/** The versions of the rules, how many journeys run on each, and putting journeys under others. */
import { useQuery } from '@tanstack/react-query';
import type { Rules as Answered } from '../../web/api/schemasOfOps.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/Answer.tsx';
import { useLang } from '../parts/lang.tsx';
import { useMe } from '../parts/session.tsx';
import { Table } from '../parts/Table.tsx';
import { keys } from '../queries.ts';
import { Migration } from './Migration.tsx';
import { Wake } from './Wake.tsx';

export function Rules() {
  const isOps = useMe()?.roles.includes('ops') ?? false;
  const query = useQuery({
    queryKey: keys.lists('rules'),
    queryFn: ({ signal }) => get<Answered>('/api/rules', {}, signal),
  });
  return (
    <Answer query={query}>
      {(rules) => (
        <>
          <div className="figure-tables">
            <Policies policies={rules.policies} />
            <Machines machines={rules.machines} />
          </div>
          <Migration rules={rules} mayMigrate={isOps} />
          {isOps && <Wake />}
        </>
      )}
    </Answer>
  );
}

function Policies({ policies }: Pick<Answered, 'policies'>) {
  const { t, say } = useLang();
  return (
    <Table
      caption={t('opsPolicies')}
      showCaption
      isNarrow
      rows={policies}
      rowKey={({ version }) => version}
      columns={[
        { key: 'version', label: t('opsVersion'), cell: ({ version }) => version, isHead: true },
        { key: 'label', label: t('opsWhatIs'), cell: ({ label }) => say(label) },
        { key: 'journeys', label: t('opsJourneys'), cell: ({ journeys }) => journeys, numeric: true },
      ]}
    />
  );
}

function Machines({ machines }: Pick<Answered, 'machines'>) {
  const { t } = useLang();
  return (
    <Table
      caption={t('opsMachines')}
      showCaption
      isNarrow
      rows={machines}
      rowKey={({ version }) => String(version)}
      columns={[
        { key: 'version', label: t('opsVersion'), cell: ({ version }) => version, isHead: true },
        { key: 'journeys', label: t('opsJourneys'), cell: ({ journeys }) => journeys, numeric: true },
      ]}
    />
  );
}
