"""Reads a DuckDB file with the library that the program itself loads."""
import ctypes
import subprocess


class DuckdbFile:
    def __init__(self, program, path):
        self._library = ctypes.CDLL(_library_of(program))
        self._library.duckdb_row_count.restype = ctypes.c_uint64
        self._library.duckdb_value_varchar.restype = ctypes.c_void_p
        self._database = ctypes.c_void_p()
        self._connection = ctypes.c_void_p()
        self._must(self._library.duckdb_open(str(path).encode(), ctypes.byref(self._database)))
        self._must(self._library.duckdb_connect(self._database, ctypes.byref(self._connection)))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._library.duckdb_disconnect(ctypes.byref(self._connection))
        self._library.duckdb_close(ctypes.byref(self._database))

    def texts(self, query):
        """The first column of what a query gives."""
        result = (ctypes.c_void_p * 16)()  # larger than duckdb_result
        self._must(self._library.duckdb_query(self._connection, query.encode(),
                                              ctypes.byref(result)))
        rows = self._library.duckdb_row_count(ctypes.byref(result))
        texts = [self._text(result, row) for row in range(rows)]
        self._library.duckdb_destroy_result(ctypes.byref(result))
        return texts

    def _text(self, result, row):
        value = self._library.duckdb_value_varchar(ctypes.byref(result), ctypes.c_uint64(0),
                                                   ctypes.c_uint64(row))
        text = ctypes.string_at(value).decode()
        self._library.duckdb_free(ctypes.c_void_p(value))
        return text

    @staticmethod
    def _must(state):
        if state != 0:
            raise RuntimeError("DuckDB refused")


def _library_of(program):
    loaded = subprocess.run(["ldd", program], check=True, capture_output=True, text=True).stdout
    (line,) = [line for line in loaded.splitlines() if "libduckdb.so" in line]
    return line.split("=>")[1].split()[0]
