/** The sections of a participant's page. */
import { useLang } from '../parts/lang.tsx';
import type { WordKey } from '../words.ts';
import type { Section } from './address.ts';
import { Conflict } from './Conflict.tsx';
import { Deadlines } from './Deadlines.tsx';
import { Journal } from './Journal.tsx';
import { Meetings } from './Meetings.tsx';
import { Notes } from './Notes.tsx';
import { NotNow } from './NotNow.tsx';
import { Papers } from './Papers.tsx';
import { People } from './People.tsx';
import { Picture } from './Picture.tsx';
import { Plan } from './Plan.tsx';
import { Steps } from './Steps.tsx';

export const sectionWords = {
  now: 'sectionNow',
  meetings: 'sectionMeetings',
  conflict: 'sectionConflict',
  plan: 'sectionPlan',
  people: 'sectionPeople',
  papers: 'sectionPapers',
  notes: 'sectionNotes',
  journal: 'sectionJournal',
  picture: 'sectionPicture',
} as const satisfies Record<Section, WordKey>;

export const sectionParts = {
  now: Now,
  meetings: Meetings,
  conflict: Conflict,
  plan: Plan,
  people: People,
  papers: Papers,
  notes: Notes,
  journal: Journal,
  picture: Picture,
} as const satisfies Record<Section, unknown>;

function Now() {
  const { t } = useLang();
  return (
    <div className="now">
      <section>
        <h2 className="kern-heading-medium">{t('nextTitle')}</h2>
        <Steps />
        <NotNow />
      </section>
      <section>
        <h2 className="kern-heading-medium">{t('deadlinesTitle')}</h2>
        <Deadlines />
      </section>
    </div>
  );
}
