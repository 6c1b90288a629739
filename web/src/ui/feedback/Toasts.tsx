// Where toasts appear, once in the app. Ctrl-Z undoes the newest, unless the reader is typing.
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTyping } from '../text/typing';
import { type Toast, dismissToast, toastMs, undoLast, useToasts } from './toasts';
import classes from './Toasts.module.css';

export function Toasts() {
  const { t } = useTranslation('ui');
  const toasts = useToasts();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const undoKey = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (undoKey && !isTyping(event.target) && undoLast()) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <section className={classes.region} aria-label={t('toast.region')} aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useTranslation('ui');
  const [held, setHeld] = useState(toast.tone === 'bad');
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => {
      dismissToast(toast.id);
    }, toastMs);
    return () => {
      clearTimeout(timer);
    };
  }, [held, toast.id]);
  const hold = () => {
    setHeld(true);
  };
  const release = () => {
    setHeld(toast.tone === 'bad');
  };
  return (
    <div
      className={classes.toast}
      onMouseEnter={hold}
      onMouseLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <span className={classes.text} role={toast.tone === 'bad' ? 'alert' : undefined}>
        {toast.text}
      </span>
      {(['undo', 'open'] as const).map(
        (does) =>
          toast[does] && (
            <button
              key={does}
              type="button"
              className={classes.action}
              onClick={() => {
                dismissToast(toast.id);
                toast[does]?.();
              }}
            >
              {t(`toast.${does}`)}
            </button>
          ),
      )}
      <button
        type="button"
        className={classes.action}
        aria-label={t('close')}
        onClick={() => {
          dismissToast(toast.id);
        }}
      >
        <IconX aria-hidden />
      </button>
    </div>
  );
}
