// A call from a browser: it rings, connects, and lasts, whatever conversation is open.
import { IconMicrophone, IconMicrophoneOff, IconPhone, IconPhoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useActions } from '~/platform/actions';
import { useStore } from '~/platform/store';
import { Button, IconButton } from '~/ui/control/Button';
import { Kbd } from '~/ui/control/Kbd';
import { duration, useClock } from '../time';
import { answer, hangUp, mute, voice, type Voice } from '../voice';
import type { Desk } from '../wire';
import classes from './desk.module.css';

export function VoiceBar({ desk }: { desk: Desk }) {
  const { t } = useTranslation('contacts');
  const now = useStore(voice);
  useActions([
    {
      id: 'desk.voice',
      label: () => t('voice.answer'),
      group: 'do',
      keys: 'alt+v',
      run: () => void answer(),
    },
  ]);
  if (!now) return null;
  const caller = desk.held.find(({ id }) => id === now.contact)?.caller;
  return (
    <div className={classes.voice} role="region" aria-label={t('voice.title')} data-phase={now.phase}>
      <IconPhone aria-hidden />
      <span className={classes.voiceWords} role="status">
        <strong dir="auto">{caller || t('nobody')}</strong> {t(`voice.${now.phase}`)}
      </span>
      {now.phase === 'talking' && <Lasts since={now.since} />}
      <Acts now={now} />
    </div>
  );
}

function Lasts({ since }: { since: number }) {
  return <time className={classes.counting}>{duration(useClock() - since)}</time>;
}

function Acts({ now: { phase, muted } }: { now: Voice }) {
  const { t } = useTranslation('contacts');
  return (
    <>
      {(phase === 'ringing' || phase === 'refused') && (
        <Button look="primary" onClick={() => void answer()}>
          {t('voice.answer')}
          <Kbd>Alt V</Kbd>
        </Button>
      )}
      {phase === 'talking' && (
        <IconButton
          label={t(muted ? 'voice.unmute' : 'voice.mute')}
          aria-pressed={muted}
          onClick={() => {
            mute(!muted);
          }}
        >
          {muted ? <IconMicrophoneOff aria-hidden /> : <IconMicrophone aria-hidden />}
        </IconButton>
      )}
      <Button look="danger" icon={<IconPhoneOff aria-hidden />} onClick={hangUp}>
        {t('voice.hangUp')}
      </Button>
    </>
  );
}
