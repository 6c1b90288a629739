// What came of a question, as a grid, and as a file.
import { IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api';
import { saveFile } from '~/ui/saveFile';
import { Button } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { Grid } from '~/ui/grid/Grid';
import type { Column, GridView } from '~/ui/grid/types';
import { plainView } from '~/ui/grid/view';
import { useFormats } from '~/ui/text/locale';
import { csvOf } from '~/platform/csv';

export interface Answered {
  reply: Schemas['analytics.Answer'];
  ms: number;
}

interface Row {
  index: number;
  cells: readonly (string | null)[];
}

const isNumber = (text: string | null) => text === null || /^-?\d+(\.\d+)?(e[-+]?\d+)?$/.test(text);
const nothing = () => undefined;

export function Answer({ reply, ms }: Answered) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const [view, setView] = useState<GridView>(plainView);
  const columns = useMemo(() => columnsOf(reply), [reply]);
  const rows = useMemo(() => reply.rows.map((cells, index): Row => ({ index, cells })), [reply]);
  const number = formats.number(rows.length);
  return (
    <Grid
      label={t('sql.answer')}
      columns={columns}
      rowId={({ index }) => String(index)}
      view={view}
      onView={setView}
      onOpen={nothing}
      source={{
        rows,
        total: rows.length,
        status: 'ready',
        hasMore: false,
        loadMore: nothing,
        retry: nothing,
      }}
      count={t(reply.cut ? 'sql.cut' : 'sql.count', { count: rows.length, number })}
      summary={
        <>
          <span>{t('sql.took', { ms: formats.number(ms) })}</span>
          {rows.length > 0 && (
            <Button
              look="quiet"
              icon={<IconDownload aria-hidden />}
              onClick={() => {
                saveFile('sql.csv', 'text/csv', csvOf(reply.columns, reply.rows));
              }}
            >
              {t('rows.csv')}
            </Button>
          )}
        </>
      }
      empty={<EmptyState title={t('sql.none')} />}
    />
  );
}

// As wide as what stands in them, within reason; numbers end where numbers end.
function columnsOf({ columns, rows }: Answered['reply']): Column<Row>[] {
  const sample = rows.slice(0, 100);
  return columns.map((title, at): Column<Row> => {
    const longest = Math.max(title.length, ...sample.map((row) => row[at]?.length ?? 0));
    return {
      id: `${at} ${title}`,
      title,
      width: Math.min(320, Math.max(84, longest * 7.4 + 34)),
      text: ({ cells }) => cells[at] ?? '',
      ...(sample.every((row) => isNumber(row[at] ?? null)) ? { align: 'end' } : {}),
      ...(at === 0 ? { phone: 'title' } : at === 1 ? { phone: 'value' } : at < 4 ? { phone: 'line' } : {}),
    };
  });
}
