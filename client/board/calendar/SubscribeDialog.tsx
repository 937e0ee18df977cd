/** Gives a secret address by which a calendar program shows the meetings. The address before ends. */
import { useMutation } from '@tanstack/react-query';
import { post } from '../api.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Field } from '../parts/Field.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useLang } from '../parts/lang.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { useToast } from '../parts/toast.tsx';

export function SubscribeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLang();
  const make = useMutation({ mutationFn: () => post<{ url: string }>('/api/calendar-address', {}) });
  return (
    <Dialog
      title={t('calendarSubscribe')}
      onClose={onClose}
      actions={
        <>
          {!make.data && (
            <Button look="primary" busy={make.isPending} onClick={() => make.mutate()}>
              {t('calendarMakeAddress')}
            </Button>
          )}
          <Button onClick={onClose}>{t(make.data ? 'close' : 'cancel')}</Button>
        </>
      }
    >
      {make.error && <ProblemNote error={make.error} />}
      {make.data ? (
        <Address url={make.data.url} />
      ) : (
        <>
          <p className="kern-body">{t('calendarSubscribeHelp')}</p>
          <div className="kern-alert kern-alert--warning">
            <div className="kern-alert__header">
              <Icon name="warning" />
              <span className="kern-title">{t('calendarSubscribeWarning')}</span>
            </div>
          </div>
        </>
      )}
    </Dialog>
  );
}

const addressId = 'calendar-address';

function Address({ url }: { url: string }) {
  const { t } = useLang();
  const toast = useToast();
  const copy = async (): Promise<void> => {
    const input = document.getElementById(addressId);
    if (input instanceof HTMLInputElement) input.select();
    try {
      await navigator.clipboard.writeText(url);
      toast({ kind: 'success', text: t('calendarCopied') });
    } catch {
      // Where the browser forbids it the address is marked, ready to be copied by hand.
    }
  };
  return (
    <>
      <Field id={addressId} label={t('calendarAddress')} help={t('calendarAddressHelp')} required>
        {(ties) => <input {...ties} className="kern-form-input__input" readOnly value={url} />}
      </Field>
      <Button onClick={() => void copy()}>{t('calendarCopy')}</Button>
    </>
  );
}
