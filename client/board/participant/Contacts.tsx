/** The last contacts, newest first; all of them stand in the journal. */
import type { EventOf } from '../../../workflows/journal/events.ts';
import { Badge } from '../parts/Badge.tsx';
import { eventIn } from '../parts/catalogue.ts';
import { DateText } from '../parts/DateText.tsx';
import { useLang } from '../parts/lang.tsx';
import { roleWords } from '../parts/names.ts';
import { noteText, useJournal, useShown } from './shown.ts';

const atFirst = 5;

export function Contacts() {
  const shown = useShown();
  const { t, say } = useLang();
  const { data } = useJournal(shown.id);
  const ways = eventIn(shown.catalogue, 'contact.recorded')?.words.how?.values;
  const rows = (data?.entries ?? []).flatMap(({ entry, happenedOn, endedBy }) => {
    const { event, seq, reason, replaces } = entry;
    if (event?.type !== 'contact.recorded' || endedBy !== null) return [];
    return [{ seq, happenedOn, event, note: replaces === undefined ? reason : undefined }];
  });
  if (data && rows.length === 0) return <p className="kern-body kern-body--muted">{t('contactsNone')}</p>;
  const last = rows.toReversed().sort((a, b) => b.happenedOn.localeCompare(a.happenedOn));
  return (
    <ul className="plain-list contacts">
      {last.slice(0, atFirst).map(({ seq, happenedOn, event, note }) => (
        <li key={seq} className="kern-body">
          <DateText value={happenedOn} />: {t(roleWords[event.with])},{' '}
          {say(ways?.[event.how] ?? same(event.how))}, {t('minutesOf', { minutes: event.minutes })}{' '}
          <Reached event={event} />
          {note !== undefined && <span className="contacts__note">{noteText(shown, note)}</span>}
        </li>
      ))}
    </ul>
  );
}

const same = (text: string) => ({ de: text, en: text });

function Reached({ event }: { event: EventOf<'contact.recorded'> }) {
  const { t } = useLang();
  return event.reached ? null : <Badge look="warning">{t('notReached')}</Badge>;
}
