/** Enters the same for several: one form, what each would answer, a confirmation, and what each has answered. */
import { useState } from 'react';
import type { EventDescription } from '../../../workflows/journal/describe.ts';
import type { Ref } from '../../../workflows/journal/words/field.ts';
import type { Catalogue, Outcome } from '../../web/api/schemas.ts';
import type { Choices } from '../form/context.ts';
import type { ChosenCard } from '../participants/chosen.ts';
import { CheckedTable, OutcomeTable } from '../several/SeveralSteps.tsx';
import { tellEach } from '../several/several.ts';
import { type Several, useSeveral } from '../several/useSeveral.ts';
import { Answer } from './Answer.tsx';
import { Button } from './Button.tsx';
import { eventIn, useCatalogue } from './catalogue.ts';
import { Dialog } from './Dialog.tsx';
import { useOrganisations, useStaff } from './directory.ts';
import { EventForm, type Said } from './EventForm.tsx';
import { SelectField } from './inputs.tsx';
import { useLang } from './lang.tsx';
import { ProblemNote } from './ProblemNote.tsx';
import { useMe } from './session.tsx';

export interface BulkDialogProps {
  readonly cards: readonly ChosenCard[];
  /** The event; chosen in the dialog where left out. */
  readonly type?: string | undefined;
  readonly initial?: Readonly<Record<string, unknown>> | undefined;
  /** With what each has answered, if anything was said. */
  readonly onClose: (outcomes?: readonly Outcome[]) => void;
}

export function BulkDialog({ cards, type, initial, onClose }: BulkDialogProps) {
  const { t } = useLang();
  const several = useSeveral<Said>(tellEach);
  const { outcomes, isEntering, checked } = several;
  const names = cards.map(({ id, name }) => name ?? id);
  const catalogue = useCatalogue();
  return (
    <Dialog
      title={t('bulkTitle', { count: cards.length })}
      onClose={isEntering ? undefined : () => onClose(outcomes)}
      actions={<SeveralActions several={several} onClose={() => onClose(outcomes)} />}
    >
      {!outcomes && <p className="kern-body">{t('bulkFor', { names: shortened(names) })}</p>}
      {several.enterError !== null && <ProblemNote error={several.enterError} />}
      {outcomes ? <OutcomeTable outcomes={outcomes} /> : checked && <CheckedTable checked={checked} />}
      {/* Kept while the check is shown, so that going back finds it as it was. */}
      <div hidden={checked !== undefined}>
        <Answer query={catalogue}>
          {(words) => (
            <BulkForm {...{ type, initial, several }} catalogue={words} cards={cards} onCancel={onClose} />
          )}
        </Answer>
      </div>
    </Dialog>
  );
}

const shown = 5;
const shortened = (names: readonly string[]): string =>
  names.length <= shown
    ? names.join(', ')
    : `${names.slice(0, shown).join(', ')} … (+${names.length - shown})`;

/** What can be done in each step that has no form. */
export function SeveralActions({ several, onClose }: { several: StepsOf; onClose: () => void }) {
  const { t } = useLang();
  const { checked, possible, outcomes, isEntering, isChecking } = several;
  if (outcomes) {
    return (
      <Button look="primary" onClick={onClose}>
        {t('close')}
      </Button>
    );
  }
  if (!checked) return isChecking ? <p className="kern-body">{t('bulkChecking')}</p> : null;
  return (
    <>
      {possible > 0 && (
        <Button look="primary" busy={isEntering} onClick={several.enter}>
          {t('bulkEnter', { count: possible })}
        </Button>
      )}
      <Button busy={isEntering} onClick={several.back}>
        {t('bulkBack')}
      </Button>
    </>
  );
}

type StepsOf = Pick<
  Several<never>,
  'checked' | 'possible' | 'outcomes' | 'isEntering' | 'isChecking' | 'enter' | 'back'
>;

interface BulkFormProps extends Pick<BulkDialogProps, 'cards' | 'type' | 'initial'> {
  readonly several: Several<Said>;
  readonly catalogue: Catalogue;
  readonly onCancel: () => void;
}

function BulkForm({ cards, type, initial, several, catalogue, onCancel }: BulkFormProps) {
  const { t, say } = useLang();
  const me = useMe();
  const choices = useChoicesAround();
  const [chosen, setChosen] = useState(type ?? '');
  const event = eventIn(catalogue, chosen);
  const roles = me?.roles ?? [];
  return (
    <>
      {type === undefined && (
        <SelectField
          {...{ id: 'bulk-event', label: t('bulkEvent'), help: t('bulkEventHelp'), required: true }}
          value={chosen}
          onChange={setChosen}
        >
          <option value="">{t('choose')}</option>
          {forSeveral(catalogue, roles).map((one) => (
            <option key={one.type} value={one.type}>
              {say(one.label)}
            </option>
          ))}
        </SelectField>
      )}
      {event && (
        <EventForm
          key={event.type}
          event={event}
          roles={roles}
          choices={choices}
          initial={initial ?? {}}
          error={several.checkError}
          busy={several.isChecking}
          submitLabel={t('bulkCheck')}
          onSubmit={(said) => several.check(cards, said)}
          onCancel={() => onCancel()}
        />
      )}
    </>
  );
}

/** References to what is open in one journey mean nothing in another. */
const ofOneJourney: ReadonlySet<Ref> = new Set<Ref>([
  ...(['internship', 'termination', 'goal', 'task', 'help', 'funding', 'meeting', 'effect'] as const),
]);

function forSeveral({ events }: Catalogue, roles: readonly string[]): EventDescription[] {
  const isForAll = ({ type, words }: EventDescription): boolean =>
    type !== 'intake.referred' && !Object.values(words).some(({ ref }) => ref && ofOneJourney.has(ref));
  return events.filter((event) => event.roles.some((role) => roles.includes(role)) && isForAll(event));
}

/** Who and what every journey may be told of. */
export function useChoicesAround(): Choices {
  const staff = useStaff().data?.staff ?? [];
  const organisations = useOrganisations().data?.organisations ?? [];
  const working = (wanted: string) => staff.filter(({ roles }) => roles.some((role) => role === wanted));
  return {
    caseWorker: working('caseWorker').map(({ id, name }) => ({ id, label: name })),
    supporter: working('learningSupporter').map(({ id, name }) => ({ id, label: name })),
    ...Object.fromEntries(
      (['company', 'school', 'chamber', 'funder'] as const).map((wanted) => [
        wanted,
        organisations.filter(({ kind }) => kind === wanted).map(({ id, name }) => ({ id, label: name })),
      ]),
    ),
  };
}
