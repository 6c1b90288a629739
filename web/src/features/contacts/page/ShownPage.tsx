// What the visitor sees, beside the conversation: drawn in a frame of its own, in which nothing of the page can run.
import { IconArrowLeft, IconUser } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '~/ui/control/Button';
import desk from '../desk/desk.module.css';
import classes from './page.module.css';
import { drawAnew, endPage, look, nameOf, type ShownPage as Shown } from './shownPage';

interface ShownPageProps {
  id: string;
  page: Shown;
  phone: boolean;
  // To the customer, or on a phone to the conversation.
  onLeave: () => void;
}

type FromFrame = { is: 'lost' } | { is: 'page'; title: string; address: string };

export function ShownPage({ id, page, phone, onLeave }: ShownPageProps) {
  const { t } = useTranslation('contacts');
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    const to = frame.current?.contentWindow;
    if (!loaded || !to) return;
    const { port1: own, port2: theirs } = new MessageChannel();
    to.postMessage('page', window.location.origin, [theirs]);
    own.onmessage = ({ data }: MessageEvent<FromFrame>) => {
      if (data.is === 'lost') drawAnew(id);
      else nameOf(id, data);
    };
    const end = look(id, (piece) => {
      own.postMessage(piece);
    });
    return () => {
      end();
      own.close();
    };
  }, [id, loaded]);
  return (
    <aside className={desk.customer} aria-label={t('page.title')}>
      <header className={desk.head}>
        <IconButton label={t(phone ? 'back' : 'customer')} onClick={onLeave}>
          {phone ? <IconArrowLeft aria-hidden /> : <IconUser aria-hidden />}
        </IconButton>
        <div className={desk.heading}>
          <h2 dir="auto">{page.title || t('page.title')}</h2>
          <small dir="ltr">{page.address}</small>
        </div>
        <Button
          look="danger"
          onClick={() => {
            endPage(id);
          }}
        >
          {t('page.stop')}
        </Button>
      </header>
      <iframe
        ref={frame}
        className={classes.page}
        title={t('page.title')}
        src="/mirrored"
        referrerPolicy="no-referrer"
        onLoad={() => {
          setLoaded(true);
        }}
      />
    </aside>
  );
}
