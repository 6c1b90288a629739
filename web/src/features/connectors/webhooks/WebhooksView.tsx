// Who is told of what happens here, and whether it arrives.
import { IconWebhook } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '~/platform/useNow';
import { Tag, type Tone } from '~/ui/control/Tag';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { AddConnection, ConnectionList } from '../ConnectionList';
import classes from '../connectors.module.css';
import { useWebhooks, type Webhook } from './api';
import { NewWebhookDialog } from './NewWebhookDialog';
import { WebhookDialog } from './WebhookDialog';

type State = Webhook['state'] | 'failing';
const tones: Readonly<Record<State, Tone>> = {
  on: 'good',
  paused: 'outline',
  disabled: 'bad',
  failing: 'warn',
};
const stateOf = ({ state, failing_since: failing }: Webhook): State =>
  state === 'on' && failing ? 'failing' : state;

export function AddWebhook() {
  const { t } = useTranslation('connectors');
  return <AddConnection tab="webhooks" label={t('webhooks.add')} />;
}

export function WebhooksView() {
  const { t } = useTranslation('connectors');
  const webhooks = useWebhooks();
  return (
    <ConnectionList
      tab="webhooks"
      query={webhooks}
      rows={webhooks.data?.items}
      empty={{ icon: <IconWebhook />, title: t('webhooks.none'), text: t('webhooks.noneText') }}
      table={(rows, onOpen) => <WebhookTable webhooks={rows} onOpen={onOpen} />}
      dialog={(webhook, onClose) => <WebhookDialog key={webhook.id} webhook={webhook} onClose={onClose} />}
      adding={(onClose) => <NewWebhookDialog onClose={onClose} />}
    />
  );
}

interface WebhookTableProps {
  webhooks: readonly Webhook[];
  onOpen: (id: string) => void;
}

function WebhookTable({ webhooks, onOpen }: WebhookTableProps) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const now = useNow();
  const columns: PlainColumn<Webhook>[] = [
    {
      id: 'name',
      title: t('webhooks.name'),
      width: '44%',
      cell: ({ id, name, address }) => (
        <NameCell
          name={name}
          below={address}
          onOpen={() => {
            onOpen(id);
          }}
        />
      ),
    },
    {
      id: 'last',
      title: t('webhooks.last'),
      cell: ({ delivered }) => (
        <span className={classes.quiet} title={delivered ? formats.dateTime(delivered) : undefined}>
          {delivered ? formats.ago(delivered, now) : t('webhooks.never')}
        </span>
      ),
    },
    {
      id: 'waits',
      title: t('webhooks.delivery.waiting'),
      align: 'end',
      cell: ({ waiting }) => <span className={classes.number}>{formats.number(waiting)}</span>,
    },
    {
      id: 'state',
      title: t('webhooks.state'),
      width: '138px',
      place: 'end',
      cell: (webhook) => (
        <Tag tone={tones[stateOf(webhook)]} dot>
          {t(`webhooks.states.${stateOf(webhook)}`)}
        </Tag>
      ),
    },
  ];
  return <PlainTable label={t('tabs.webhooks')} columns={columns} rows={webhooks} rowId={({ id }) => id} />;
}
