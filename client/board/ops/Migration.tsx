/** Other rules for journeys: tried first, with figures and refusals, and put into effect once that was read. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Outcomes as Answered, Rules } from '../../web/api/schemasOfOps.ts';
import { post } from '../api.ts';
import { Button } from '../parts/Button.tsx';
import { SelectField } from '../parts/inputs.tsx';
import { useLang } from '../parts/lang.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { Confirm } from './Confirm.tsx';
import { type Chosen, ChosenFields, chosenBody, chosenOrAll, everyJourney } from './chosen.tsx';
import { Outcomes } from './Outcomes.tsx';

interface Wish {
  readonly policy: string;
  readonly machine: string;
  readonly chosen: Chosen;
}

const nothing: Wish = { policy: '', machine: '', chosen: everyJourney };

const versionsIn = ({ policy, machine }: Wish) => ({
  ...(policy === '' ? {} : { policyVersion: policy }),
  ...(machine === '' ? {} : { machineVersion: Number(machine) }),
});

export function Migration({ rules, mayMigrate }: { rules: Rules; mayMigrate: boolean }) {
  const { t } = useLang();
  const queries = useQueryClient();
  const [wish, setWish] = useState(nothing);
  const [isAsking, setAsking] = useState(false);
  const trial = useMutation({
    mutationFn: (asked: Wish) =>
      post<Answered>('/api/rules/dry-run', { ...chosenBody(asked.chosen), to: versionsIn(asked) }),
    onMutate: () => migration.reset(),
  });
  const migration = useMutation({
    mutationFn: (asked: Wish) =>
      post<Answered>('/api/rules/migrate', { ...chosenOrAll(asked.chosen), to: versionsIn(asked) }),
    onSettled: () => {
      setAsking(false);
      void queries.invalidateQueries({ queryKey: ['lists'] });
    },
  });
  // What was tried is what is put into effect: another wish has to be tried first.
  const tried = trial.data && trial.variables === wish ? trial.data : undefined;
  const moving = tried?.figures.moving ?? 0;
  return (
    <section aria-labelledby="migration">
      <h2 id="migration" className="kern-heading-medium">
        {t('opsMigration')}
      </h2>
      <p className="kern-body lead">{t(mayMigrate ? 'opsMigrationHelp' : 'opsTrialHelp')}</p>
      <WishForm
        rules={rules}
        wish={wish}
        onWish={setWish}
        isBusy={trial.isPending}
        onTry={() => trial.mutate(wish)}
      />
      {trial.error && <ProblemNote error={trial.error} />}
      {tried && !migration.data && <Outcomes title={t('opsTrialResult')} outcomes={tried} />}
      {tried && !migration.data && mayMigrate && moving > 0 && (
        <p>
          <Button onClick={() => setAsking(true)}>{t('opsMigrate', { count: moving })}</Button>
        </p>
      )}
      {migration.error && <ProblemNote error={migration.error} />}
      {migration.data && <Outcomes title={t('opsMigrated')} outcomes={migration.data} />}
      {isAsking && (
        <Confirm
          title={t('opsMigrateSure', { count: moving })}
          text={t('opsMigrateSureHelp')}
          action={t('opsMigrateYes')}
          isBusy={migration.isPending}
          onConfirm={() => migration.mutate(wish)}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

interface WishFormProps {
  readonly rules: Rules;
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
  readonly isBusy: boolean;
  readonly onTry: () => void;
}

function WishForm({ rules: { policies, machines }, wish, onWish, isBusy, onTry }: WishFormProps) {
  const { t, say } = useLang();
  const [isAsked, setAsked] = useState(false);
  const isEmpty = wish.policy === '' && wish.machine === '';
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!isEmpty && !isBusy) onTry();
  };
  return (
    <form className="event-form" noValidate onSubmit={onSubmit}>
      <SelectField
        id="migration-policy"
        label={t('opsToPolicy')}
        error={isAsked && isEmpty ? t('opsNoVersion') : undefined}
        value={wish.policy}
        onChange={(policy) => onWish({ ...wish, policy })}
      >
        <option value="">{t('opsAsNow')}</option>
        {policies.map(({ version, label }) => (
          <option key={version} value={version}>{`${version}: ${say(label)}`}</option>
        ))}
      </SelectField>
      <SelectField
        id="migration-machine"
        label={t('opsToMachine')}
        value={wish.machine}
        onChange={(machine) => onWish({ ...wish, machine })}
      >
        <option value="">{t('opsAsNow')}</option>
        {machines.map(({ version }) => (
          <option key={version}>{version}</option>
        ))}
      </SelectField>
      <ChosenFields id="migration" chosen={wish.chosen} onChange={(chosen) => onWish({ ...wish, chosen })} />
      <div className="form-actions">
        <Button type="submit" look="primary" busy={isBusy}>
          {t(isBusy ? 'opsBusy' : 'opsTry')}
        </Button>
      </div>
    </form>
  );
}
