/** The journeys somebody may see: found, filtered, sorted, and the same done for several. What is shown stands in the address. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Cards, Me } from '../../web/api/schemas.ts';
import { get } from '../api.ts';
import { apiQuery, type Filter, filterIn, listPath } from '../participants/address.ts';
import { ByWorker } from '../participants/ByWorker.tsx';
import { useChosen } from '../participants/chosen.ts';
import { Filters } from '../participants/Filters.tsx';
import { List } from '../participants/List.tsx';
import { Selected } from '../participants/Selected.tsx';
import { Answer } from '../parts/Answer.tsx';
import { Button, ButtonLink } from '../parts/Button.tsx';
import { today } from '../parts/dates.ts';
import { HandoverDialog } from '../parts/HandoverDialog.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import { useMe } from '../parts/session.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { keys } from '../queries.ts';
import '../participants/participants.css';

type Role = Me['roles'][number];

export default function Participants() {
  const { t } = useLang();
  const me = useMe();
  const has = (...roles: Role[]): boolean => roles.some((role) => me?.roles.includes(role));
  const [handover, setHandover] = useState<{ from?: string }>();
  const isTeam = has('caseWorker', 'teamLead');
  const own = has('teamLead') ? {} : { from: me?.person ?? '' };
  return (
    <Page
      title={t('participants')}
      actions={
        isTeam && (
          <div className="people-actions">
            <Button onClick={() => setHandover(own)}>{t('handoverWhole')}</Button>
            <ButtonLink look="primary" icon="add" to="/participants/new">
              {t('participantsNew')}
            </ButtonLink>
          </div>
        )
      }
    >
      {has('teamLead') ? (
        <LeadViews isTeam={isTeam} onHandOver={(from) => setHandover({ from })} />
      ) : (
        <Found isTeam={isTeam} hasWorkers={has('dataProtection', 'learningSupporter')} />
      )}
      {handover && <HandoverDialog from={handover.from} onClose={() => setHandover(undefined)} />}
    </Page>
  );
}

/** The filter of the address, and changing it. Another filter begins at its first page. */
function useFilter(): [Filter, (change: Partial<Filter>) => void] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const change = useCallback(
    (changed: Partial<Filter>): void =>
      navigate(listPath({ ...filterIn(search), page: 1, ...changed }), { replace: true }),
    [search, navigate],
  );
  return [filterIn(search), change];
}

function LeadViews({ isTeam, onHandOver }: { isTeam: boolean; onHandOver: (worker: string) => void }) {
  const { t } = useLang();
  const [{ view }, change] = useFilter();
  return (
    <Tabs
      label={t('participantsViews')}
      tabs={[
        { key: 'list', label: t('participantsList') },
        { key: 'workers', label: t('participantsByWorker') },
      ]}
      open={view}
      onOpen={(key) => change({ view: key })}
    >
      {view === 'list' ? <Found isTeam={isTeam} hasWorkers /> : <ByWorker onHandOver={onHandOver} />}
    </Tabs>
  );
}

/** The filters, and who is found by them. */
function Found({ isTeam, hasWorkers }: { isTeam: boolean; hasWorkers: boolean }) {
  const [filter, change] = useFilter();
  const chosen = useChosen();
  const asked = apiQuery(filter, today());
  const query = useQuery({
    queryKey: keys.lists('journeys', asked),
    queryFn: ({ signal }) => get<Cards>('/api/journeys', asked, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Filters filter={filter} onChange={change} hasWorkers={hasWorkers} />
      <Answer query={query}>
        {(cards) => (
          <List cards={cards} filter={filter} onChange={change} chosen={isTeam ? chosen : undefined} />
        )}
      </Answer>
      {isTeam && <Selected chosen={chosen} />}
    </>
  );
}
