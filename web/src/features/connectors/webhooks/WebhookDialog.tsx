// One webhook: what it is told, a test, its secret, and what was sent to it.
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormMessage } from '~/platform/FormMessage';
import { Loaded } from '~/platform/Loaded';
import { Button, IconButton } from '~/ui/control/Button';
import { Tag, type Tone } from '~/ui/control/Tag';
import { Notice } from '~/ui/feedback/Notice';
import { showToast } from '~/ui/feedback/toasts';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { Section } from '~/ui/layout/Section';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import classes from '../connectors.module.css';
import { useAct, useRefreshLinks } from '../links/api';
import { Shown } from '../links/Shown';
import {
  changeWebhook,
  facts,
  removeWebhook,
  rotateWebhook,
  sendAgain,
  testWebhook,
  useDeliveries,
  type Delivery,
  type Fact,
  type Webhook,
} from './api';
import { FactFields } from './FactFields';
import { useFactName } from './names';

export function WebhookDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation('connectors');
  return (
    <Dialog open title={webhook.name} width={680} onClose={onClose}>
      {webhook.state === 'disabled' && <Notice tone="bad">{t('webhooks.disabled')}</Notice>}
      <Section title={t('links.settings')}>
        <Settings now={webhook} />
      </Section>
      <Acts webhook={webhook} onClose={onClose} />
      <Deliveries webhook={webhook} />
    </Dialog>
  );
}

function Settings({ now }: { now: Webhook }) {
  const { t } = useTranslation('connectors');
  const refresh = useRefreshLinks();
  // As it was when it was opened: what somebody else makes of it meanwhile is refused, never overwritten.
  const [webhook, setWebhook] = useState(now);
  const [chosen, setChosen] = useState<readonly Fact[]>(webhook.facts);
  const form = useForm(async (value, insists) => {
    if (chosen.length === 0) throw refusalOf('facts', t('webhooks.factsMissing'));
    const change = { name: value('name'), address: value('address'), facts: [...chosen] };
    const after = await changeWebhook(insists ? now : webhook, change).finally(() => void refresh());
    setWebhook(after);
    showToast(t('webhooks.changed', { name: value('name') }));
  });
  return (
    <form className={fields.fields} onSubmit={form.submit} noValidate>
      <FactFields
        form={form}
        name={webhook.name}
        address={webhook.address}
        chosen={chosen}
        onChosen={setChosen}
      />
      <FormMessage form={form} />
      <div className={fields.row}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('webhooks.save')}
        </Button>
      </div>
    </form>
  );
}

function Acts({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t, busy, act } = useAct();
  const [secret, setSecret] = useState('');
  const { id, name, state } = webhook;
  const rotate = () =>
    rotateWebhook(id).then((made) => {
      setSecret(made.secret);
    });
  return (
    <Section title={t('webhooks.state')}>
      {secret && <Notice tone="warn">{t('webhooks.onlyOnce')}</Notice>}
      {secret && <Shown label={t('webhooks.secret')} value={secret} />}
      <div className={fields.row}>
        <Button
          busy={busy}
          onClick={() => {
            act(() => testWebhook(id), t('webhooks.tested'));
          }}
        >
          {t('webhooks.test')}
        </Button>
        <Button
          busy={busy}
          onClick={() => {
            act(() => changeWebhook(webhook, { paused: state === 'on' }), t('webhooks.changed', { name }));
          }}
        >
          {t(state === 'on' ? 'webhooks.pause' : 'webhooks.resume')}
        </Button>
        <Button
          busy={busy}
          onClick={() => {
            act(rotate, t('links.secretDone'));
          }}
        >
          {t('webhooks.rotate')}
        </Button>
        <Button
          busy={busy}
          onClick={() => {
            act(() => removeWebhook(id).then(onClose), t('webhooks.removed', { name }));
          }}
        >
          {t('webhooks.remove')}
        </Button>
      </div>
    </Section>
  );
}

const tones: Readonly<Record<Delivery['state'], Tone>> = {
  waiting: 'neutral',
  delivered: 'good',
  failed: 'bad',
};

function Deliveries({ webhook }: { webhook: Webhook }) {
  const { t, busy, act } = useAct();
  const formats = useFormats();
  const nameOf = useFactName();
  const sent = useDeliveries(webhook.id);
  const named = (fact: string) => nameOf(facts.find((one) => one === fact) ?? 'sluis.test');
  const columns: PlainColumn<Delivery>[] = [
    {
      id: 'what',
      title: t('links.what'),
      width: '40%',
      cell: ({ fact, created }) => <NameCell name={named(fact)} below={formats.dateTime(created)} />,
    },
    {
      id: 'why',
      title: t('webhooks.state'),
      cell: ({ state, message }) => (
        <span className={classes.quiet}>
          <Tag tone={tones[state]} dot>
            {t(`webhooks.delivery.${state}`)}
          </Tag>{' '}
          {message}
        </span>
      ),
    },
    {
      id: 'acts',
      title: '',
      width: '96px',
      place: 'end',
      align: 'end',
      cell: ({ id, fact, state }) =>
        state !== 'waiting' && (
          <IconButton
            label={t('webhooks.againFor', { what: named(fact) })}
            disabled={busy}
            onClick={() => {
              act(() => sendAgain(webhook.id, id), t('webhooks.againDone'));
            }}
          >
            <IconRefresh aria-hidden />
          </IconButton>
        ),
    },
  ];
  return (
    <Section title={t('webhooks.deliveries')}>
      <Loaded query={sent} lines={2}>
        {({ items }) =>
          items.length > 0 ? (
            <PlainTable label={t('webhooks.deliveries')} columns={columns} rows={items} rowId={({ id }) => id} />
          ) : (
            <p className={classes.quiet}>{t('webhooks.deliveriesNone')}</p>
          )
        }
      </Loaded>
    </Section>
  );
}
