// What the channel is for, when, for how many, and who answers for it.
import { useTranslation } from 'react-i18next';
import { SavedChoices, SavedNumber, SavedSelect, SavedText } from '~/platform/SavedField';
import { useFieldEdit } from '../changes';
import { usePeople } from '~/platform/people';
import { Section } from '~/ui/layout/Section';
import type { Form, Phase, View } from '../wire';
import { fieldOf, formOptions, phaseList, phaseOptions } from '../words';
import classes from './panel.module.css';

export function Basics({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const edit = useFieldEdit();
  const people = usePeople();
  const { id } = channel;
  return (
    <Section title={t('plan')}>
      <SavedText
        label={t('fields.name')}
        value={channel.name}
        onSave={(to, from) => edit({ id, field: 'name', from, to })}
      />
      <SavedText
        lines={2}
        id={fieldOf.goal}
        label={t('fields.goal')}
        hint={t('hints.goal')}
        value={channel.goal}
        onSave={(to, from) => edit({ id, field: 'goal', from, to })}
      />
      <SavedChoices
        id={fieldOf.phase}
        label={t('fields.phases')}
        value={channel.phases}
        options={phaseOptions(t)}
        onSave={(to, from) =>
          edit({
            id,
            field: 'phases',
            from: from as Phase[],
            to: to as Phase[],
            words: (list) => phaseList(list, t),
          })
        }
      />
      <div className={classes.pair}>
        <div id={fieldOf.owner}>
          <SavedSelect
            label={t('fields.owner')}
            value={channel.owner ?? ''}
            options={[{ value: '', label: t('nobody') }, ...people.options]}
            onSave={(to) =>
              edit({
                id,
                field: 'owner',
                from: channel.owner ?? null,
                to: to || null,
                words: people.nameOf,
              })
            }
          />
        </div>
        <SavedSelect
          label={t('fields.form')}
          value={channel.form}
          options={formOptions(t)}
          onSave={(to) =>
            edit({
              id,
              field: 'form',
              from: channel.form,
              to: to as Form,
              words: (form) => t(`forms.${form}`),
            })
          }
        />
      </div>
      <div className={classes.pair}>
        <SavedNumber
          label={t('fields.reach')}
          value={typeof channel.reach === 'number' ? String(channel.reach) : ''}
          onSave={(to, from) =>
            edit({
              id,
              field: 'reach',
              from: from === '' ? null : Number(from),
              to: to === '' ? null : Number(to),
            })
          }
        />
        <SavedText
          label={t('fields.reach_note')}
          value={channel.reach_note}
          onSave={(to, from) => edit({ id, field: 'reach_note', from, to })}
        />
      </div>
    </Section>
  );
}
