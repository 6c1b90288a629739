// Lists by which values are replaced: "Web" becomes "webshop".
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { TextArea, TextField } from '~/ui/form/TextField';
import classes from '../imports.module.css';
import type { Lookup } from '../wire';

export interface LookupsFormProps {
  lookups: readonly Lookup[];
  onLookups: (lookups: Lookup[]) => void;
}

const asText = ({ entries }: Lookup) => entries.map(({ from, to }) => `${from} = ${to}`).join('\n');

// A line without a sign is still being typed.
const entriesOf = (text: string): Lookup['entries'] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [from = '', ...to] = line.split('=');
      return { from: from.trim(), to: to.join('=').trim() };
    });

export function LookupsForm({ lookups, onLookups }: LookupsFormProps) {
  const { t } = useTranslation('imports');
  const set = (at: number, change: Partial<Lookup>) => {
    onLookups(lookups.map((one, index) => (index === at ? { ...one, ...change } : one)));
  };
  return (
    <>
      {lookups.map((lookup, at) => (
        // Lists have no number; with one less the fields begin anew.
        <fieldset key={`${at} of ${lookups.length}`} className={classes.rule}>
          <legend>{t('lookups.title', { name: lookup.name })}</legend>
          <TextField
            label={t('lookups.name')}
            value={lookup.name}
            onChange={(event) => {
              set(at, { name: event.target.value });
            }}
          />
          <TextArea
            // Begins anew when another mapping is chosen or all is put back.
            key={asText(lookup)}
            label={t('lookups.entries')}
            hint={t('lookups.entriesHint')}
            rows={4}
            spellCheck={false}
            defaultValue={asText(lookup)}
            onBlur={(event) => {
              set(at, { entries: entriesOf(event.target.value) });
            }}
          />
          <TextField
            label={t('lookups.otherwise')}
            hint={t('lookups.otherwiseHint')}
            optional
            value={lookup.otherwise ?? ''}
            onChange={(event) => {
              set(at, { otherwise: event.target.value || null });
            }}
          />
          <div>
            <Button
              look="quiet"
              icon={<IconTrash aria-hidden />}
              onClick={() => {
                onLookups(lookups.filter((_, index) => index !== at));
              }}
            >
              {t('lookups.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          look="quiet"
          icon={<IconPlus aria-hidden />}
          onClick={() => {
            onLookups([...lookups, { name: `list-${lookups.length + 1}`, entries: [] }]);
          }}
        >
          {t('lookups.add')}
        </Button>
      </div>
    </>
  );
}
