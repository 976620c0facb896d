/**
 * A path through a schema, as cel-go's estimate keeps it: a Go slice. Longer paths may share the array of shorter
 * ones, so that appending to one path changes the last step of another. The estimate comes out lower then, and the API
 * server accepts rules by it.
 */
export class SchemaPath {
  static readonly empty = new SchemaPath([], 0, 0);

  readonly length: number;
  private readonly cells: string[];
  private readonly capacity: number;

  private constructor(cells: string[], length: number, capacity: number) {
    this.cells = cells;
    this.length = length;
    this.capacity = capacity;
  }

  static of(name: string): SchemaPath {
    return new SchemaPath([name], 1, 1);
  }

  /** As Go's `append`: in place where there is room, otherwise into an array of double the size. */
  append(step: string): SchemaPath {
    if (this.length < this.capacity) {
      this.cells[this.length] = step;
      return new SchemaPath(this.cells, this.length + 1, this.capacity);
    }
    const capacity = Math.max(1, this.capacity * 2);
    return new SchemaPath([...this.cells.slice(0, this.length), step], this.length + 1, capacity);
  }

  /** The steps as they are now. */
  get steps(): readonly string[] {
    return this.cells.slice(0, this.length);
  }
}
