// Package bill measures what a cost export of a cloud tells of what runs today:
// what it costs a month, for what kinds of things, and what stands idle. It reads
// the CSV exports of AWS (Cost Explorer, Cost and Usage Report), Google and Azure,
// plain or gzip.
package bill
