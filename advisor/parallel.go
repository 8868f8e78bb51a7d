package advisor

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Parallel calls f for 0..n-1 on all cores.
func Parallel(n int, f func(int)) {
	var wg sync.WaitGroup
	var taken atomic.Int64
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := taken.Add(1); i <= int64(n); i = taken.Add(1) {
				f(int(i - 1))
			}
		}()
	}
	wg.Wait()
}
