/** Takes somebody in: who they are, and the referral with which their journey begins. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { EventDescription } from '../../../workflows/journal/describe.ts';
import type { Me, NewJourney } from '../../web/api/schemas.ts';
import { newKey, post } from '../api.ts';
import { journeyPath } from '../areas.ts';
import { emptyPerson, type Person, PersonFields } from '../participants/PersonFields.tsx';
import '../participants/participants.css';
import { Answer } from '../parts/Answer.tsx';
import { useChoicesAround } from '../parts/BulkDialog.tsx';
import { eventIn, useCatalogue } from '../parts/catalogue.ts';
import { useSites } from '../parts/directory.ts';
import { EventForm, type Said } from '../parts/EventForm.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import { useMe } from '../parts/session.tsx';
import { useToast } from '../parts/toast.tsx';

type Sites = NonNullable<ReturnType<typeof useSites>['data']>['sites'];

export default function NewParticipant() {
  const { t } = useLang();
  const me = useMe();
  const catalogue = useCatalogue();
  const sites = useSites();
  return (
    <Page
      title={t('newTitle')}
      above={
        <Link href="/participants" className="kern-link back-link">
          <Icon name="back" />
          {t('participants')}
        </Link>
      }
    >
      <p className="kern-body kern-body--large">{t('newLead')}</p>
      <Answer query={catalogue}>
        {(words) => {
          const event = eventIn(words, 'intake.referred');
          return (
            <Answer query={sites}>
              {(known) => event && me && <Referral event={event} me={me} sites={known.sites} />}
            </Answer>
          );
        }}
      </Answer>
    </Page>
  );
}

/** What is sent, and that the same again is entered once. */
function useStart(onStarted: (journey: string) => void) {
  // Another attempt with the same answers is the same request.
  const sent = useRef<{ body: string; key: string }>(undefined);
  return useMutation({
    mutationFn: async (body: NewJourney) => {
      const text = JSON.stringify(body);
      if (sent.current?.body !== text) sent.current = { body: text, key: newKey() };
      return await post<{ journey: string }>('/api/journeys', body, { key: sent.current.key });
    },
    onSuccess: ({ journey }) => onStarted(journey),
  });
}

function Referral({ event, me, sites }: { event: EventDescription; me: Me; sites: Sites }) {
  const { t } = useLang();
  const id = useId();
  const [person, setPerson] = useState<Person>(emptyPerson);
  const [isNameMissing, setNameMissing] = useState(false);
  const choices = useChoicesAround();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const toast = useToast();
  const start = useStart((journey) => {
    toast({ kind: 'success', text: t('newDone', { name: person.name.trim() }) });
    void queries.invalidateQueries({ queryKey: ['lists'] });
    navigate(journeyPath(journey));
  });
  const submit = ({ statement }: Said): void => {
    const isMissing = person.name.trim() === '';
    setNameMissing(isMissing);
    if (isMissing) document.getElementById(`${id}-name`)?.focus();
    else start.mutate(bodyOf(person, statement));
  };
  const [first] = sites;
  return (
    <div className="new-participant">
      <PersonFields
        id={id}
        person={person}
        error={start.error}
        isNameMissing={isNameMissing && person.name.trim() === ''}
        onChange={setPerson}
      />
      <EventForm
        event={event}
        roles={me.roles}
        choices={{ ...choices, site: sites.map((site) => ({ id: site.id, label: site.id })) }}
        initial={{
          ...{ source: 'funder', site: first?.id, federalState: first?.federalState },
          ...(me.roles.includes('caseWorker') ? { caseWorker: me.person } : {}),
        }}
        error={start.error}
        busy={start.isPending}
        submitLabel={t('newSubmit')}
        onSubmit={submit}
        onCancel={() => navigate('/participants')}
      />
    </div>
  );
}

/** The person without what was left empty, and the referral's fields. The API itself says who speaks. */
function bodyOf(
  { name, email, phone, channel }: Person,
  { event, effectiveAt }: Said['statement'],
): NewJourney {
  const { type: _, ...referral } = event;
  const or = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    participant: { name: name.trim(), email: or(email), phone: or(phone), channel },
    referral,
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
  };
}
