// The code to put in place, with the key that is shown this once; then it waits for the first event.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { CopyButton } from '~/platform/CopyButton';
import { CopyField } from '~/platform/CopyField';
import fields from '~/platform/fields.module.css';
import { useNow } from '~/platform/useNow';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { Progress } from '~/ui/feedback/Progress';
import { useCounts } from '../api';
import classes from '../connectors.module.css';
import type { Made } from './ConnectDialog';
import { snippet, type ToolInfo } from './tools';

export interface ConnectedProps {
  tool: ToolInfo;
  made: Made;
  onClose: () => void;
}

export function Connected({ tool, made, onClose }: ConnectedProps) {
  const { t } = useTranslation('connectors');
  return (
    <div className={classes.narrow}>
      <Notice tone="warn">{t('connect.onlyOnce')}</Notice>
      <CopyField label={t('connect.key')} value={made.secret} />
      {tool.pack && <p>{t('connect.install', { pack: tool.pack })}</p>}
      <Code code={snippet(tool.id, made.secret, window.location.origin)} />
      <FirstEvent made={made} />
      <div className={fields.row}>
        <Button onClick={onClose}>{t('connect.done')}</Button>
      </div>
    </div>
  );
}

function Code({ code }: { code: string }) {
  const { t } = useTranslation('connectors');
  return (
    <div className={classes.code}>
      <pre tabIndex={0} aria-label={t('connect.code')}>
        {code}
      </pre>
      <CopyButton label={t('connect.copy')} text={code} />
    </div>
  );
}

const lookEveryMs = 1_000;

function FirstEvent({ made }: { made: Made }) {
  const { t } = useTranslation('connectors');
  const now = useNow(lookEveryMs);
  const { id } = made.source;
  const { data: source } = queries.useQuery(
    'get',
    '/api/v1/sources/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.last_event ? false : lookEveryMs) },
  );
  const { data: waiting } = useCounts();
  const wrong = waiting?.counts.find((count) => count.source === id);
  if (source?.last_event) {
    const seconds = Math.max(0, Math.round((now - Date.parse(source.last_event)) / 1_000));
    return (
      <Notice tone="good">
        <strong>{t('first.seen', { count: seconds })}</strong> <Link to="/data">{t('first.toData')}</Link>
      </Notice>
    );
  }
  if (wrong) {
    return (
      <Notice tone="bad">
        {t('first.wrong', { reason: t(`reasons.${wrong.reason}`) })}{' '}
        <Link to="/data" search={{ tab: 'quarantine', source: id }}>
          {t('first.toQuarantine')}
        </Link>
      </Notice>
    );
  }
  return (
    <div className={classes.waiting} role="status">
      <p>{t('first.waiting')}</p>
      <Progress label={t('first.waiting')} done={0} of={0} />
    </div>
  );
}
