// Package records keeps a project's decision records on disk: it finds the folder
// and the format that the project uses, picks numbers and names that are free,
// and writes all files of a request or none, also when two programs export at
// once. What stands in a record is advisor/record's.
package records
