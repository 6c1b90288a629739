// The grid over many made-up rows, with everything on: views, filters, editing, selection.
import { IconDownload, IconTag } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Dot } from '../control/Dot';
import { Tag } from '../control/Tag';
import { EmptyState } from '../feedback/State';
import { showToast } from '../feedback/toasts';
import { Grid } from '../grid/Grid';
import { GridBar } from '../grid/GridBar';
import { ViewTabs } from '../grid/ViewTabs';
import type { Column, EditRequest, GridView, SavedView } from '../grid/types';
import { startView } from '../grid/view';
import { useFormats } from '../text/locale';
import {
  type Sample,
  filters,
  groupNames,
  groupOptions,
  plainColumns,
  routeNames,
  samples,
  words,
} from './samples';
import classes from './Section.module.css';

export function SampleGrid({ count }: { count: number }) {
  const formats = useFormats();
  const columns = useMemo(
    () => [...lookingColumns(), ...editable(plainColumns(formats))],
    [formats],
  );
  const start = useMemo(() => startView(columns), [columns]);
  const [view, setView] = useState<GridView>(start);
  const [saved, setSaved] = useState<SavedView[]>([]);
  const [activeId, setActiveId] = useState('');
  const [openId, setOpenId] = useState<string>();
  const [rows, setRows] = useState(() => samples(count));
  const shown = useMemo(() => arranged(rows, view), [rows, view]);
  const save = (edits: readonly EditRequest<Sample>[]) => {
    setRows((before) =>
      before.map((row) => edits.filter((edit) => edit.row.id === row.id).reduce(edited, row)),
    );
    showToast(words.told, {
      undo: () => {
        setRows(rows);
      },
    });
    return Promise.resolve(null);
  };
  return (
    <div className={classes.gridBox}>
      <ViewTabs
        allTitle={words.all}
        allCount={formats.number(rows.length)}
        start={start}
        saved={saved}
        activeId={activeId}
        view={view}
        onView={setView}
        onChoose={(id, chosen) => {
          setActiveId(id);
          setView(chosen);
        }}
        onCreate={(name, shared, made) => {
          const id = `view_${saved.length}`;
          setSaved([...saved, { id, name, shared, mine: true, view: made }]);
          setActiveId(id);
        }}
        onUpdate={(changed) => {
          setSaved(saved.map((one) => (one.id === changed.id ? changed : one)));
        }}
        onDelete={({ id }) => {
          setSaved(saved.filter((one) => one.id !== id));
          setActiveId('');
        }}
      />
      <GridBar
        columns={columns}
        filters={filters}
        view={view}
        start={start}
        onView={setView}
        searchLabel={words.search}
      />
      <Grid
        label={words.all}
        columns={columns}
        source={{
          rows: shown,
          total: shown.length,
          status: 'ready',
          hasMore: false,
          loadMore: ignore,
          retry: ignore,
        }}
        rowId={rowId}
        view={view}
        onView={setView}
        openId={openId}
        onOpen={(row) => {
          setOpenId(row.id);
        }}
        onEdit={save}
        selectionActions={selectionActions}
        count={formats.number(shown.length)}
        empty={<EmptyState title={words.empty} text={words.emptyText} />}
      />
    </div>
  );
}

const ignore = () => undefined;
const rowId = (row: Sample) => row.id;

const selectionActions = () => [
  { id: 'tag', label: words.group, icon: <IconTag aria-hidden />, onSelect: ignore },
  { id: 'save', label: words.save, icon: <IconDownload aria-hidden />, onSelect: ignore },
];

const lookingColumns = (): Column<Sample>[] => [
  {
    id: 'name',
    title: words.columns.name,
    width: 240,
    text: (row) => row.name,
    primary: true,
    sortable: true,
    phone: 'title',
    edit: {
      kind: 'text',
      value: (row) => row.name,
      check: (value) => (value === '' ? words.wrong : undefined),
    },
  },
  {
    id: 'group',
    title: words.columns.group,
    width: 110,
    text: (row) => groupNames[row.group] ?? '',
    cell: (row) => (
      <Tag tone={row.group === 'top' ? 'accent' : 'neutral'}>{groupNames[row.group]}</Tag>
    ),
    sortable: true,
    phone: 'tag',
    edit: { kind: 'choice', value: (row) => row.group, options: groupOptions },
  },
  {
    id: 'route',
    title: words.columns.route,
    width: 160,
    text: (row) => routeNames[Number(row.route) - 1] ?? '',
    cell: (row) => (
      <>
        <Dot series={row.route} />
        {'\u00a0 '}
        {routeNames[Number(row.route) - 1]}
      </>
    ),
    phone: 'line',
  },
];

const editable = (columns: Column<Sample>[]): Column<Sample>[] =>
  columns.map((column) => {
    if (column.id === 'revenue')
      return { ...column, edit: { kind: 'money', value: (row) => row.revenue } };
    if (column.id === 'since')
      return { ...column, edit: { kind: 'day', value: (row) => row.since } };
    return column;
  });

function edited(row: Sample, { column, value }: EditRequest<Sample>): Sample {
  return { ...row, [column]: value };
}

function arranged(rows: readonly Sample[], view: GridView): readonly Sample[] {
  const words = view.search.toLocaleLowerCase();
  const kept = rows.filter(
    (row) =>
      row.name.toLocaleLowerCase().includes(words) &&
      view.filters.every(
        ({ column, not, values }) => values.includes(String(row[column as keyof Sample])) !== not,
      ),
  );
  if (!view.sort) return kept;
  const { column, descending } = view.sort;
  const key = column as keyof Sample;
  const order = (a: Sample, b: Sample) =>
    key === 'revenue' || key === 'orders'
      ? Number(a[key]) - Number(b[key])
      : String(a[key]).localeCompare(String(b[key]));
  return kept.toSorted((a, b) => (descending ? order(b, a) : order(a, b)));
}
