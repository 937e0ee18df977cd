/** What just happened, said once and to everybody: in the corner for the eye, in a live region for screen readers. */
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react';
import { Icon } from './Icon.tsx';
import { useLang } from './lang.tsx';

export interface Toast {
  readonly kind: 'success' | 'info' | 'danger';
  readonly text: string;
}

type Shown = Toast & { readonly id: number };

const Context = createContext<((toast: Toast) => void) | undefined>(undefined);

const most = 3;
const whileOfSuccess = 10_000;

/** Success is said for a while, unless somebody is at it; whatever else is said stays until it is closed or pushed out. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useLang();
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const tell = useCallback((toast: Toast) => {
    setShown((before) => {
      const id = (before.at(-1)?.id ?? 0) + 1;
      return [...before.filter(({ text }) => text !== toast.text), { ...toast, id }].slice(-most);
    });
  }, []);
  const close = useCallback((id: number) => setShown((before) => before.filter((one) => one.id !== id)), []);
  return (
    <Context value={tell}>
      {children}
      <section className="toasts" role="status" aria-label={t('notices')}>
        {shown.map((toast) => (
          <OneToast key={toast.id} toast={toast} onClose={close} />
        ))}
      </section>
    </Context>
  );
}

interface OneToastProps {
  readonly toast: Shown;
  readonly onClose: (id: number) => void;
}

function OneToast({ toast: { id, kind, text }, onClose }: OneToastProps) {
  const { t } = useLang();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (kind !== 'success') return;
    const timer = setInterval(() => {
      if (!box.current?.matches(':hover, :focus-within')) onClose(id);
    }, whileOfSuccess);
    return () => clearInterval(timer);
  }, [id, kind, onClose]);
  return (
    <div ref={box} className={`toast toast--${kind}`}>
      <Icon name={kind} />
      <p className="kern-body">{text}</p>
      <button type="button" className="icon-button" onClick={() => onClose(id)}>
        <Icon name="close" />
        <span className="kern-sr-only">{t('close')}</span>
      </button>
    </div>
  );
}

/** Says that something happened. */
export function useToast(): (toast: Toast) => void {
  const tell = use(Context);
  if (!tell) throw new Error('useToast outside ToastProvider');
  return tell;
}
