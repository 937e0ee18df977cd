/** What the funder is owed word of: what is still to go, what has gone, and noting that it went. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { FunderMessages } from '../../web/api/schemasOfPapers.ts';
import { get } from '../api.ts';
import { DownloadLink } from '../office/Download.tsx';
import { MarkBar } from '../office/MarkBar.tsx';
import { OwedList } from '../office/OwedList.tsx';
import { idOf, isOwed, type Message } from '../office/owed.ts';
import { Answer } from '../parts/Answer.tsx';
import { Button } from '../parts/Button.tsx';
import { Check } from '../parts/Field.tsx';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import { keys } from '../queries.ts';
import '../styles/cohort.css';
import '../styles/office.css';

/** Rows shown at first, and with each further press. */
const step = 100;

export default function Funder() {
  const { t } = useLang();
  const [search, setSearch] = useSearchParams();
  const withAll = search.get('all') === 'true';
  const asked = withAll ? {} : { open: true };
  const query = useQuery({
    queryKey: keys.lists('funder', asked),
    queryFn: ({ signal }) => get<FunderMessages>('/api/funder-messages', asked, signal),
  });
  return (
    <Page
      title={t('owed')}
      actions={
        <DownloadLink path="/api/funder-messages" query={{ ...asked, format: 'csv' }}>
          {t('cohortAsCsv')}
        </DownloadLink>
      }
    >
      <p className="kern-body lead">{t('owedHelp')}</p>
      <Check
        id="owed-all"
        type="checkbox"
        label={t('owedAll')}
        checked={withAll}
        onChange={(checked) => setSearch(checked ? { all: 'true' } : {}, { replace: true })}
      />
      <Answer query={query}>
        {({ messages }) =>
          messages.length === 0 ? (
            <Empty>{t(withAll ? 'owedNothing' : 'owedNone')}</Empty>
          ) : (
            <Messages messages={messages} />
          )
        }
      </Answer>
    </Page>
  );
}

function Messages({ messages }: { messages: readonly Message[] }) {
  const { t } = useLang();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(step);
  const owed = messages.filter(isOwed);
  const chosenOnes = owed.filter((one) => chosen.has(idOf(one)));
  const isEvery = owed.length > 0 && chosenOnes.length === owed.length;
  return (
    <>
      <div className="filter-row">
        <span className="kern-body" role="status">
          {t('owedCount', { open: owed.length, all: messages.length })}
        </span>
        {owed.length > 0 && (
          <Button look="tertiary" onClick={() => setChosen(isEvery ? new Set() : new Set(owed.map(idOf)))}>
            {t(isEvery ? 'owedChooseNone' : 'owedChooseAll')}
          </Button>
        )}
      </div>
      <OwedList messages={messages.slice(0, shown)} chosen={chosen} onChoose={setChosen} />
      {messages.length > shown && (
        <p>
          <Button onClick={() => setShown(shown + step)}>
            {t('owedShowMore', { count: messages.length - shown })}
          </Button>
        </p>
      )}
      <MarkBar chosen={chosenOnes} onDone={setChosen} />
    </>
  );
}
