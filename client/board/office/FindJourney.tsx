/** Finds a journey for whoever watches over data protection: to its page, to a legal hold, to the check of its journal. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Card, Cards } from '../../web/api/schemas.ts';
import type { Verified } from '../../web/api/schemasOfOps.ts';
import { get } from '../api.ts';
import { journeyPath } from '../areas.ts';
import { Answer } from '../parts/Answer.tsx';
import { Badge } from '../parts/Badge.tsx';
import { Button } from '../parts/Button.tsx';
import { TextField } from '../parts/inputs.tsx';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { PhaseText } from '../parts/PhaseText.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { Table } from '../parts/Table.tsx';
import { keys } from '../queries.ts';

const mostShown = 20;

export function FindJourney() {
  const { t } = useLang();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const [draft, setDraft] = useState(q);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setSearch((before) => ({ ...Object.fromEntries(before), q: draft.trim() }), { replace: true });
  };
  return (
    <section aria-labelledby="find">
      <h2 id="find" className="kern-heading-medium">
        {t('findJourney')}
      </h2>
      <p className="kern-body lead">{t('findJourneyHelp')}</p>
      <form className="span-form__fields" noValidate onSubmit={onSubmit}>
        <TextField
          id="find-q"
          type="search"
          label={t('findName')}
          required
          value={draft}
          onChange={setDraft}
        />
        <Button type="submit" icon="search">
          {t('findDo')}
        </Button>
      </form>
      {q !== '' && <Hits q={q} />}
    </section>
  );
}

function Hits({ q }: { q: string }) {
  const { t } = useLang();
  const asked = { q, sort: 'name', limit: mostShown };
  const query = useQuery({
    queryKey: keys.lists('journeys', asked),
    queryFn: ({ signal }) => get<Cards>('/api/journeys', asked, signal),
  });
  return (
    <section className="hits" aria-label={t('findHits')} aria-live="polite">
      <Answer query={query}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty>{t('findNone', { q })}</Empty>
          ) : (
            <>
              <List items={items} />
              {total > items.length && (
                <p className="kern-body lead">{t('findMore', { shown: items.length, total })}</p>
              )}
            </>
          )
        }
      </Answer>
    </section>
  );
}

function List({ items }: { items: readonly Card[] }) {
  const { t } = useLang();
  return (
    <Table
      caption={t('findHits')}
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
        { key: 'id', label: t('findId'), cell: ({ id }) => <code>{id}</code> },
        { key: 'phase', label: t('columnPhase'), cell: ({ phase }) => <PhaseText phase={phase} /> },
        { key: 'site', label: t('cohortSite'), cell: ({ site }) => site },
        {
          key: 'verify',
          label: t('verifyColumn'),
          cell: ({ id, name }) => <Verify id={id} name={name ?? id} />,
        },
      ]}
    />
  );
}

/** Whether nobody has changed the journal since it was written. */
function Verify({ id, name }: { id: string; name: string }) {
  const { t } = useLang();
  const verifying = useMutation({
    mutationFn: () => get<Verified>(`/api/journeys/${encodeURIComponent(id)}/verify`),
  });
  const { data } = verifying;
  return (
    <span className="standing">
      <Button busy={verifying.isPending} onClick={() => verifying.mutate()}>
        {t('verify')}
        <span className="kern-sr-only">: {name}</span>
      </Button>
      <span role="status">
        {data &&
          (data.whole ? (
            <Badge look="success">{t('verifyWhole')}</Badge>
          ) : (
            <Badge look="danger">{t('verifyBroken', { entry: data.brokenAt ?? 0 })}</Badge>
          ))}
      </span>
      {verifying.error && <ProblemNote error={verifying.error} />}
    </span>
  );
}
