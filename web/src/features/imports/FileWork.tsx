// The work on one file: the mapping on the left, what it gives on the right.
import { IconDeviceFloppy, IconPlayerPlay } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api';
import { problemOf } from '~/api/problem';
import { Page } from '~/platform/Page';
import { useStillHere } from '~/platform/useStillHere';
import { Button, IconButton } from '~/ui/control/Button';
import { showToast } from '~/ui/feedback/toasts';
import { usePhone } from '~/ui/layout/usePhone';
import { startImport, useRefresh } from './api';
import { noteBegun } from './ended';
import { About } from './mapping/About';
import { Doubts } from './mapping/Doubts';
import { MappingForm } from './mapping/MappingForm';
import { bestOrigin, originsOf } from './mapping/origins';
import { useDraft } from './mapping/useDraft';
import classes from './imports.module.css';
import { SaveDialog } from './SaveDialog';
import { useFileSearch } from './search';
import { TrialPanel } from './trial/TrialPanel';
import { useTrial } from './trial/useTrial';
import type { Detected, Kept } from './wire';

export interface FileWorkProps {
  file: Detected;
  kept: readonly Kept[];
  presets: readonly Schemas['imports.PresetView'][];
}

export function FileWork({ file, kept, presets }: FileWorkProps) {
  const { t } = useTranslation('imports');
  const { search, show } = useFileSearch(file.id);
  const origins = originsOf(file, kept, presets);
  const origin = origins.find(({ id }) => id === search.from) ?? bestOrigin(origins);
  const start = origin?.mapping ?? file.detection.mapping;
  const draft = useDraft(file.id, origin?.id ?? '', {
    mapping: start,
    version: origin?.kept?.version ?? 0,
  });
  const begin = useStart(file, search.more ?? []);
  const trial = useTrial(file.id, draft.mapping, begin.busy);
  const [saving, setSaving] = useState(false);
  const phone = usePhone();
  const save = () => {
    setSaving(true);
  };
  return (
    <Page
      title={file.name}
      crumbs={[{ label: t('title'), to: '/settings/imports' }]}
      actions={
        <>
          {phone ? (
            <IconButton look="normal" label={t('save.action')} onClick={save}>
              <IconDeviceFloppy aria-hidden />
            </IconButton>
          ) : (
            <Button icon={<IconDeviceFloppy aria-hidden />} onClick={save}>
              {t('save.action')}
            </Button>
          )}
          <Button
            look="primary"
            icon={<IconPlayerPlay aria-hidden />}
            busy={begin.busy}
            disabled={!trial.data || trial.data.events === 0}
            onClick={() => void begin.run(draft.mapping)}
          >
            {t('start')}
          </Button>
        </>
      }
    >
      <div className={classes.work}>
        <div className={classes.left}>
          <About
            file={file}
            more={search.more?.length ?? 0}
            origins={origins}
            origin={origin?.id ?? ''}
            draft={draft}
            onOrigin={(from) => {
              show({ from, mode: undefined });
            }}
          />
          <Doubts file={file} mapping={draft.mapping} onMapping={draft.set} />
          <MappingForm
            file={file}
            mapping={draft.mapping}
            problem={trial.problem}
            mode={search.mode ?? 'columns'}
            onMode={(mode) => {
              show({ mode });
            }}
            onMapping={draft.set}
          />
        </div>
        <TrialPanel trial={trial} />
      </div>
      {saving && (
        <SaveDialog
          mapping={draft.mapping}
          kept={origin?.kept}
          version={draft.version}
          columns={file.detection.columns.map(({ name }) => name)}
          onSaved={(id) => {
            setSaving(false);
            draft.forget(`kept:${id}`);
            show({ from: `kept:${id}` });
          }}
          onClose={() => {
            setSaving(false);
          }}
        />
      )}
    </Page>
  );
}

// Brings this file and those of the same kind in, as one job each.
function useStart(file: Detected, more: readonly string[]) {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const stillHere = useStillHere();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    run: async (mapping: Detected['detection']['mapping']) => {
      setBusy(true);
      try {
        for (const id of [file.id, ...more]) noteBegun([(await startImport(id, mapping)).job]);
        const open = () => navigate({ to: '/settings/imports' });
        await refresh();
        showToast(t('started', { count: 1 + more.length }), stillHere() ? {} : { open: () => void open() });
        // Busy until it is left: a file that has been imported cannot be tried any more.
        if (stillHere()) await open();
      } catch (error) {
        const { message, fields } = problemOf(error);
        showToast([message, fields[0]?.message].filter(Boolean).join(' '), { tone: 'bad' });
      } finally {
        setBusy(false);
      }
    },
  };
}
