#include "output/upkeep.h"

#include "disk/disk.h"
#include "output/private_folder.h"

namespace errpress::output {

void keep_up(const std::string& folder, const BuildCache& cache, const std::string& base, unsigned threads) {
  auto disk = disk::open_disk(folder);
  disk::FileInfo left;
  if (!disk || (*disk)->look(kTemporaryFolder, left)) return;
  const bool renews = cache.gains_from_renewal();
  if ((left.kind == disk::Kind::none && !renews) || (*disk)->lock(kLockPath)) return;
  if (!clear_temporary(**disk) && renews) static_cast<void>(cache.renew(**disk, base, folder, threads));
}

}  // namespace errpress::output
