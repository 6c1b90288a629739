// The mapping as a form: what each column is, or everything as templates and formulas.
import { useTranslation } from 'react-i18next';
import type { Problem } from '~/api/problem';
import { Segmented } from '~/ui/control/Segmented';
import { Notice } from '~/ui/feedback/Notice';
import { Card } from '~/ui/layout/Card';
import { modes, type Mode } from '../search';
import type { Detected, Mapping } from '../wire';
import { ColumnsForm } from './ColumnsForm';
import { FormulasForm } from './FormulasForm';
import { guess, read, write } from './simple';

export interface MappingFormProps {
  file: Detected;
  mapping: Mapping;
  problem: Problem | null;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onMapping: (mapping: Mapping) => void;
}

export function MappingForm(props: MappingFormProps) {
  const { file, mapping, problem, mode, onMode, onMapping } = props;
  const { t } = useTranslation('imports');
  const names = file.detection.columns.map(({ name }) => name);
  const sheet = read(mapping, names);
  const shown = sheet ? mode : 'formulas';
  return (
    <Card
      title={t(shown === 'columns' ? 'columns.title' : 'formulas.title')}
      note={t(shown === 'columns' ? 'columns.note' : 'formulas.note')}
      actions={
        sheet && (
          <Segmented
            label={t('mapping.shownAs')}
            value={shown}
            items={modes.map((id) => ({ id, label: t(`modes.${id}`) }))}
            onChange={onMode}
          />
        )
      }
    >
      {sheet && shown === 'columns' ? (
        <ColumnsForm
          file={file}
          sheet={sheet}
          onSheet={(next) => {
            onMapping(write(next, mapping));
          }}
        />
      ) : (
        <>
          {!sheet && (
            <Notice>
              {t('formulas.saysMore')}{' '}
              <button
                type="button"
                onClick={() => {
                  onMapping(write(guess(mapping, names), mapping));
                  onMode('columns');
                }}
              >
                {t('formulas.simplify')}
              </button>
            </Notice>
          )}
          <FormulasForm columns={names} mapping={mapping} problem={problem} onMapping={onMapping} />
        </>
      )}
    </Card>
  );
}
